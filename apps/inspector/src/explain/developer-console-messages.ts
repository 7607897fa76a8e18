/** At the authorization server, by the people who register applications there. */
import type { Message } from './message.ts';
import { asked, isRedirect, isRefusal, type NameTable } from './name-table.ts';

const toConsole = asked('any', /^\/developer(\/|$)/);

/** Here something is shown once. */
const toSecret = asked('GET', /^\/developer\/applications\/[^/]+\/secret$/);
const toNewToken = asked('GET', /^\/developer\/initial-access-tokens\/shown$/);
const toVerdicts = asked('GET', /^\/developer\/tokens$/);
const toKeys = asked('GET', /^\/developer\/keys$/);
const toEvents = asked('GET', /^\/developer\/audit(\.jsonl)?$/);

function carriesSecret({ requestHeaders }: Message): boolean {
  return requestHeaders.some(
    ([name, value]) => /^cookie$/i.test(name) && /acorn_shown_once=[^;]/.test(value),
  );
}

export const developerConsoleMessages: NameTable = {
  requests: [
    {
      kind: 'application-form',
      name: 'registration of an application, by a person',
      spec: 'RFC 7591, section 2',
      says: 'A developer describes an application in a form; it is judged as what a program sends would be.',
      when: asked('POST', /^\/developer\/applications\/new$/),
    },
    {
      kind: 'secret-rotation-form',
      name: 'rotation of a client secret, by a person',
      says: 'A developer wants another secret. The old one works on for as long as they say, so that every copy can be given the new one.',
      when: asked('POST', /^\/developer\/applications\/[^/]+\/rotate-secret$/),
    },
    {
      kind: 'suspension-form',
      name: 'suspension of an application',
      says: 'A suspended client gets no token any more, and those that it has are dead.',
      when: asked('POST', /^\/developer\/applications\/[^/]+\/suspend$/),
    },
    {
      kind: 'resumption-form',
      name: 'resumption of an application',
      says: 'The client may ask for tokens again. Those of before stay dead.',
      when: asked('POST', /^\/developer\/applications\/[^/]+\/resume$/),
    },
    {
      kind: 'deletion-form',
      name: 'deletion of an application',
      spec: 'RFC 7592, section 2.3',
      says: 'There will be no such client any more, and everything that it was issued ends.',
      when: asked('POST', /^\/developer\/applications\/[^/]+\/delete$/),
    },
    {
      kind: 'token-revocation-form',
      name: 'revocation of a token, by a person',
      says: 'A developer takes back one access token of an application, by its jti. Its signature goes on verifying.',
      when: asked(
        'POST',
        /^\/developer\/(applications\/[^/]+\/revoke-token|tokens\/revoke)$/,
      ),
    },
    {
      kind: 'token-form',
      name: 'token that is to be judged',
      says: 'A developer pastes an access token of their own: who would accept it now?',
      when: asked('POST', /^\/developer\/tokens$/),
    },
    {
      kind: 'initial-access-token-form',
      name: 'request for an initial access token',
      spec: 'RFC 7591, section 3',
      says: 'A developer wants a token with which a program can register itself: for these scopes, so often, so long.',
      when: asked('POST', /^\/developer\/initial-access-tokens$/),
    },
    {
      kind: 'key-rotation-request',
      name: 'rotate the signing keys',
      spec: 'OpenID Connect Core 1.0, section 10.1.1',
      says: 'An operator has a new key published. It signs when nobody can hold a copy of the key set any more in which it is missing.',
      when: asked('POST', /^\/developer\/keys\/rotate$/),
    },
    {
      kind: 'key-withdrawal-request',
      name: 'withdraw a signing key',
      spec: 'OpenID Connect Core 1.0, section 10.1.1',
      says: 'A key may have leaked: an operator takes it out of the key set, and with it everything that it signed.',
      when: asked('POST', /^\/developer\/keys\/[^/]+\/withdraw$/),
    },
    {
      kind: 'security-events-request',
      name: 'request for the security events',
      says: 'Somebody wants to know who was let in, what was issued and taken back, and what was refused and why.',
      when: toEvents,
    },
    {
      kind: 'console-form',
      name: 'form of the developer console',
      detail: ({ path }) => `: ${path.split('/').at(-1)}`,
      says: 'A developer changes something about their applications.',
      when: (m) => toConsole(m) && m.method === 'POST',
    },
    {
      kind: 'console-page-request',
      name: 'request for the developer console',
      says: 'A developer wants to see their applications, and what they can do with them.',
      when: toConsole,
    },
  ],
  responses: [
    {
      kind: 'console-form-done',
      name: 'done, on to the page that shows it',
      says: 'It is done. The browser goes on with a GET, so that a reload does not do it once more.',
      when: (m) => toConsole(m) && isRedirect(m),
    },
    {
      kind: 'console-refusal',
      name: 'developer console: refused',
      says: 'Nothing was changed; the page says what is wrong, each thing beside its field, or that there is no such application.',
      when: (m) => toConsole(m) && isRefusal(m),
    },
    {
      kind: 'secret-page',
      name: 'client secret, shown this once',
      spec: 'RFC 7591, section 3.2.1',
      says: 'The one time that anybody sees the secret: the server keeps its hash, and the cookie that brought it is removed.',
      when: (m) => toSecret(m) && carriesSecret(m),
    },
    {
      kind: 'initial-access-token-page',
      name: 'initial access token, shown this once',
      spec: 'RFC 7591, section 3',
      says: 'Whoever is given this token can register clients, which will belong to the person who made it.',
      when: (m) => toNewToken(m) && carriesSecret(m),
    },
    {
      kind: 'token-verdicts-page',
      name: 'verdicts on a token, side by side',
      spec: 'RFC 7009, section 3',
      says: 'Accepted by its signature until it expires, whatever was revoked; refused at once by who asks; within seconds by who fetches a list.',
      when: (m) => toVerdicts(m) && carriesSecret(m),
    },
    {
      kind: 'signing-keys-page',
      name: 'signing keys',
      spec: 'RFC 7517, section 5',
      says: 'Which key signs, which will, and which is published until its last token has expired.',
      when: toKeys,
    },
    {
      kind: 'security-events-page',
      name: 'security events',
      says: 'What was done and what was refused, by which rule: a record that is only ever added to.',
      when: toEvents,
    },
    {
      kind: 'console-page',
      name: 'page of the developer console',
      says: 'What this person registered, and nobody else sees.',
      when: toConsole,
    },
  ],
};
