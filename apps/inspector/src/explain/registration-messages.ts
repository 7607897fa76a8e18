/** At the authorization server, by programs that register themselves (RFC 7591, RFC 7592). */
import { asked, errorOf, isRefusal, type NameTable } from './name-table.ts';

const toRegister = asked('any', /^\/register$/);
const toSecret = asked('any', /^\/register\/[^/]+\/secret$/);
const toRegistration = asked('any', /^\/register\/[^/]+$/);
const toUpdate = asked('PUT', /^\/register\/[^/]+$/);
const toDelete = asked('DELETE', /^\/register\/[^/]+$/);
const anywhere = asked('any', /^\/register(\/|$)/);

export const registrationMessages: NameTable = {
  requests: [
    {
      kind: 'client-registration-request',
      name: 'client registration request',
      spec: 'RFC 7591, section 3.1',
      says: 'A program says what it is and what it needs, and shows the initial access token that a person gave it.',
      when: toRegister,
    },
    {
      kind: 'client-secret-request',
      name: 'request for a new client secret',
      says: 'A client wants another secret; the old one may go on working for a while. No specification has this request.',
      when: toSecret,
    },
    {
      kind: 'client-update-request',
      name: 'client update request',
      spec: 'RFC 7592, section 2.2',
      says: 'A client replaces all that it said of itself when it registered.',
      when: toUpdate,
    },
    {
      kind: 'client-delete-request',
      name: 'client delete request',
      spec: 'RFC 7592, section 2.3',
      says: 'A client ends its own registration, and with it everything that it was issued.',
      when: toDelete,
    },
    {
      kind: 'client-read-request',
      name: 'client read request',
      spec: 'RFC 7592, section 2.1',
      says: 'A client asks how it is registered, and whether it still is.',
      when: toRegistration,
    },
  ],
  responses: [
    {
      kind: 'error-response',
      name: 'error response',
      detail: (m) => `: ${errorOf(m)}`,
      spec: 'RFC 7591, section 3.2.2',
      says: 'Nothing was registered or changed; the error says why.',
      when: (m) => anywhere(m) && isRefusal(m),
    },
    {
      kind: 'client-secret-response',
      name: 'new client secret',
      says: 'The new secret, told this once, and until when the old one works on.',
      when: toSecret,
    },
    {
      kind: 'client-deleted',
      name: 'client deleted',
      spec: 'RFC 7592, section 2.3',
      says: 'There is no such client any more, and its tokens are dead.',
      when: toDelete,
    },
    {
      kind: 'client-information-response',
      name: 'client information response',
      spec: 'RFC 7591, section 3.2.1',
      says: 'What is registered, which may be less than what was asked for; a secret is told only where it was made just now.',
      when: anywhere,
    },
  ],
};
