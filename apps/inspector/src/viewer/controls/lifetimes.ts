/**
 * How far to move the clock to see something expire, in seconds: its lifetime
 * and one more. The lifetimes themselves are the roles' own:
 * apps/authorization-server/src/lifetimes.ts, apps/client/src/session/cookies.ts
 * and apps/resource-server/src/access/key-set.ts.
 */
export const timeSteps: { seconds: number; name: string; expires: string }[] = [
  { seconds: 61, name: 'a minute', expires: 'a code expires' },
  {
    seconds: 601,
    name: '10 minutes',
    expires:
      'an access token expires; the key set is fetched anew; a new signing key signs',
  },
  {
    seconds: 3601,
    name: 'an hour',
    expires: 'an ID token expires, and then the key that was rotated goes',
  },
  {
    seconds: 43_201,
    name: '12 hours',
    expires: 'the session at Acorn ends: the password is asked for again',
  },
  {
    seconds: 604_801,
    name: 'a week',
    expires: 'the session at Briefing ends, and a refresh token that nobody used',
  },
  {
    seconds: 2_592_001,
    name: '30 days',
    expires:
      'a grant ends, and every refresh token of it: the person has to sign in again',
  },
];
