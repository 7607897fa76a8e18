/**
 * Every failure that has a page of its own: its title, what it means for the
 * person, and what they can do.
 */
export type ProblemKind = keyof typeof problemKinds;

type Action = 'sign in' | 'try again' | 'grant' | 'home';

const again = 'Nothing has been signed in. Begin again here, in this browser.';

export const problemKinds = {
  'access-denied': {
    title: 'You said no, and that is fine',
    means:
      'Acorn asked whether Briefing may see your account, and the answer was no. Briefing has received nothing.',
    next: 'If you change your mind, begin again. You can untick whatever you would rather keep to yourself.',
    action: 'sign in',
  },
  'sign-in-refused': {
    title: 'Acorn did not sign you in',
    means: 'Acorn answered the request for a sign-in with an error.',
    next: again,
    action: 'sign in',
  },
  'sign-in-unknown': {
    title: 'This sign-in was not begun here',
    means:
      'An answer came back from Acorn with a state that Briefing did not make, or made too long ago. It may be an old bookmark, a page opened from the history, or a forged link.',
    next: again,
    action: 'sign in',
  },
  'other-browser': {
    title: 'This sign-in belongs to another browser',
    means:
      'The answer from Acorn is for a sign-in that began in another browser, or this browser has lost its cookie since. Finishing it here could sign you in to the account of somebody else.',
    next: 'Begin again here. Keep to one address: cookies of 127.0.0.1 are not sent to localhost.',
    action: 'sign in',
  },
  'sign-in-too-old': {
    title: 'This sign-in has waited too long',
    means: 'A sign-in has to be finished within an hour.',
    next: again,
    action: 'sign in',
  },
  'sign-in-finished': {
    title: 'This sign-in is already finished',
    means:
      'The same answer from Acorn has arrived before: the page was reloaded, or opened from the history. It works once only.',
    next: 'If you are signed in, go on to your morning. If not, begin again.',
    action: 'home',
  },
  'issuer-mismatch': {
    title: 'The answer did not come from Acorn',
    means:
      'The answer names another server than the one that was asked. Briefing has not sent the code to anybody.',
    next: again,
    action: 'sign in',
  },
  'code-missing': {
    title: 'Acorn\u2019s answer was empty',
    means: 'The answer carries neither a code nor an error.',
    next: again,
    action: 'sign in',
  },
  'tokens-refused': {
    title: 'Acorn would not hand out a token',
    means:
      'You signed in, but Acorn refused to exchange the code. A code works once, for about a minute, and only for the app that asked for it.',
    next: 'Begin again. If it goes on, the credentials of Briefing at Acorn may have changed.',
    action: 'sign in',
  },
  'id-token-invalid': {
    title: 'Acorn\u2019s statement of who you are does not hold',
    means: 'The ID token failed one of its checks, so Briefing believes none of it.',
    next: again,
    action: 'sign in',
  },
  'answer-invalid': {
    title: 'An answer that Briefing cannot use',
    means:
      'Another party answered with something other than what the specification says.',
    next: 'Try again. If it goes on, the other party has changed.',
    action: 'try again',
  },
  'link-refused': {
    title: 'This link asks for something Briefing does not do',
    means:
      'The link that brought you here would have led out of Briefing after the sign-in, or have asked Acorn for more than Briefing needs.',
    next: 'Begin on the first page instead.',
    action: 'home',
  },
  'cross-site': {
    title: 'That did not come from a page of Briefing',
    means:
      'A request that changes something was sent by another site, or by a page so old that the browser no longer says where it is from. Nothing has been changed.',
    next: 'Open Briefing and do it there.',
    action: 'home',
  },
  'accounts-away': {
    title: 'Acorn accounts is not answering',
    means:
      'The server that signs people in could not be reached. You have not been signed out.',
    next: 'Wait a moment and try again.',
    action: 'try again',
  },
  'apis-away': {
    title: 'Acorn APIs is not answering',
    means:
      'The server that holds your name and your mail could not be reached. You have not been signed out.',
    next: 'Wait a moment and try again.',
    action: 'try again',
  },
  'connection-ended': {
    title: 'Acorn ended this connection',
    means:
      'Acorn no longer accepts what Briefing kept for you: you may have removed Briefing from your connected apps, or the connection has grown too old.',
    next: 'Sign in again to connect once more.',
    action: 'sign in',
  },
  'sign-in-needed': {
    title: 'Sign in to go on',
    means: 'Nobody is signed in to Briefing in this browser, or the session has ended.',
    next: 'Sign in, and you come back to this page.',
    action: 'sign in',
  },
  'scope-missing': {
    title: 'You have not allowed this',
    means: 'The access token is good, but does not reach as far as this.',
    next: 'Acorn can ask you for this one further permission. Everything else goes on working without it.',
    action: 'grant',
  },
  'call-refused': {
    title: 'Acorn APIs refused the call',
    means: 'The server that holds your data answered with an error.',
    next: 'Try again. If it goes on, sign out and sign in.',
    action: 'try again',
  },
  'not-there': {
    title: 'There is no such message',
    means: 'Acorn has no message under this address in your mailbox.',
    next: 'It may have been deleted, or belong to somebody else.',
    action: 'home',
  },
  'own-mistake': {
    title: 'Something went wrong in Briefing',
    means: 'No other party refused anything: this is a mistake of Briefing itself.',
    next: 'Try again. The details are in the log of the server.',
    action: 'try again',
  },
} satisfies Record<
  string,
  { title: string; means: string; next: string; action: Action }
>;
