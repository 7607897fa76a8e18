/**
 * Where a sign-in leads that no app began. The address names a place of this
 * list and is never itself an address: nobody can send a person elsewhere.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.11.2
 */
const places = {
  account: {
    path: '/account',
    purpose: 'to see which apps are connected to your account.',
  },
  developer: {
    path: '/developer',
    purpose: 'to register applications and to look after them.',
  },
} as const;

export type Place = keyof typeof places;

/** Which of the places is meant? None, where it is not one of the list. */
export function findPlace(name: string | null): Place | undefined {
  return name && Object.hasOwn(places, name) ? (name as Place) : undefined;
}

export function pathOf(place: Place): string {
  return places[place].path;
}

/** What somebody signs in for: ends the sentence "Sign in ...". */
export function purposeOf(place: Place): string {
  return places[place].purpose;
}
