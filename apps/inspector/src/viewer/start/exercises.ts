/**
 * A lesson of about an hour: what to do, and what prepares it. A terminal is needed
 * once, where a machine asks for its first token.
 */
import { api, type StepChange } from '../api.ts';
import type { Viewed } from '../viewed.ts';
import { openBeside } from './beside.ts';
import { openLast } from './open-last.ts';

export type Exercise = {
  title: string;
  says: string;
  /** What the button says that prepares it. */
  button: string;
  /** The username of whoever signs in, if Acorn asks. */
  person?: string;
  prepare(recording: Viewed): Promise<unknown>;
};

/** Nothing is held any more, and from now on only this. */
async function hold(step: StepChange): Promise<void> {
  await api.run();
  await api.step({ on: false, only: 'everything', breakpoints: [], ...step });
}

/** Messages of this kind are held, and a sign-in begins. */
function signInAndHold(kind: string) {
  return ({ setup }: Viewed) =>
    openBeside(`${setup.origins.client}/login`, hold({ breakpoints: [kind] }));
}

/** The developer console, where Acorn asks for the password first; nothing is held. */
function openConsole({ setup }: Viewed) {
  const { 'authorization-server': accounts } = setup.origins;
  return openBeside(`${accounts}/developer`, hold({}));
}

export const exercises: Exercise[] = [
  {
    title: 'Watch a sign-in',
    says: 'Choose "Continue with Acorn" in Briefing and sign in as Ada. Read the arrows from the top: who asks whom, and who never sees the password?',
    button: 'Open Briefing beside this',
    person: 'ada',
    prepare: ({ setup }) => openBeside(`${setup.origins.client}/`, hold({})),
  },
  {
    title: 'Step through it',
    says: 'Sign out of Briefing and of Acorn, switch step mode on, and sign in as Grace, who has not been asked yet: each message waits until you press space here. Stop at the consent page and talk as long as you like: the clocks of the roles stand still.',
    button: 'Open Briefing beside this',
    person: 'grace',
    prepare: ({ setup }) =>
      openBeside(`${setup.origins.client}/`, hold({ only: 'people' })),
  },
  {
    title: 'What the browser could see',
    says: 'Choose "Browser\'s view" above. Everything between the servers goes blank: the code verifier, the client secret, the tokens. What could somebody do who reads all that is left?',
    button: 'Let everything flow again',
    prepare: () => hold({}),
  },
  {
    title: "Change the client's state",
    says: 'Sign in, if you are asked to. The authorization response is held on both halves of its way: change one letter of state on one of them, and let it go. Which role refuses it, and which attack would have worked otherwise?',
    button: 'Hold authorization responses',
    person: 'ada',
    prepare: signInAndHold('authorization-response'),
  },
  {
    title: 'Change the code verifier',
    says: 'The access token request of a new sign-in is held: change code_verifier and let it go. The code was right, and still there is no token: that is PKCE.',
    button: 'Hold access token requests',
    person: 'ada',
    prepare: signInAndHold('access-token-request'),
  },
  {
    title: 'Let the code expire',
    says: 'While the access token request is held, choose "Time" and "a minute on", then let it go. Why does a code live for one minute only?',
    button: 'Hold access token requests',
    person: 'ada',
    prepare: signInAndHold('access-token-request'),
  },
  {
    title: 'Use the code twice',
    says: 'Open the access token request of a sign-in that went well, and send it again as it is. The code is refused; now reload the inbox. What happened to the tokens that the code had given?',
    button: 'Open the last such request',
    async prepare(recording) {
      await hold({});
      openLast(recording, 'access-token-request');
    },
  },
  {
    title: 'Use a token where it does not belong',
    says: 'Open a request of Briefing to Acorn APIs, change its path from /user/messages to /business/contacts, and send it again. Then put it back, and edit a claim of the token instead: the signature does not fit any more.',
    button: 'Open the last such request',
    async prepare(recording) {
      await hold({});
      openLast(recording, 'protected-resource-request', '/user/messages');
    },
  },
  {
    title: 'Nobody at the keyboard',
    says: 'Nightly has no browser and asks nobody. Run it; then choose "Time" and "10 minutes on", and run it again ("Start here" has the button). How many tokens does it ask for each time, and how many calls does it make with one?',
    button: 'Run the worker',
    async prepare() {
      await hold({});
      await api.runWorker();
    },
  },
  {
    title: 'The life of a machine client',
    says: 'Register a server-to-server application in the console, and take its first token with the line for a terminal that the page of its secret shows. Under "Tokens", have the token judged, revoke it, and have it judged again: who still accepts it, and until when? Rotate the secret; suspend the application and ask once more; then look for the refusal in the security events.',
    button: 'Open the console beside this',
    person: 'ada',
    prepare: openConsole,
  },
  {
    title: 'Rotate the signing key',
    says: 'Choose "Signing keys" in the console and rotate them. Run Nightly ("Start here" has the button), choose "Time" and "10 minutes on", and run it again: find the two tokens, and the key that each one names. Who noticed, and what did they ask for? An hour on, run it once more: which key is left in the key set?',
    button: 'Open the console beside this',
    person: 'ada',
    prepare: openConsole,
  },
];
