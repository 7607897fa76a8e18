/** At the authorization server, by the people who register applications there. */
import { asked, isRedirect, isRefusal, type NameTable } from './name-table.ts';

const toConsole = asked('any', /^\/developer(\/|$)/);

export const developerConsoleMessages: NameTable = {
  requests: [
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
      when: asked('GET', /^\/developer\/audit(\.jsonl)?$/),
    },
    {
      kind: 'console-form',
      name: 'form of the developer console',
      detail: ({ path }) => `: ${path.split('/').at(-1)}`,
      says: 'A developer changes something about their applications, or asks about one of their tokens.',
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
      kind: 'console-page',
      name: 'page of the developer console',
      says: 'What this person registered, and nobody else sees.',
      when: toConsole,
    },
  ],
};
