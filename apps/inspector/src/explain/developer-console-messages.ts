/** At the authorization server, by the people who register applications there. */
import { asked, isRedirect, isRefusal, type NameTable } from './name-table.ts';

const toConsole = asked('any', /^\/developer(\/|$)/);

export const developerConsoleMessages: NameTable = {
  requests: [
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
