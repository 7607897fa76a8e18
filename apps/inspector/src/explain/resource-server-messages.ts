/** What passes between a client and the resource server. */
import { headerOf, type Message } from './message.ts';
import {
  asked,
  errorOf,
  isRefusal,
  methodAndPath,
  type NameTable,
} from './name-table.ts';

const toUserinfo = asked('any', /^\/user\/userinfo$/);
const toMetadata = asked('any', /^\/\.well-known\/oauth-protected-resource/);
const toResource = asked('any', /^\/(user|business|gateway)(\/|$)/);
const toVerdicts = asked('any', /^\/token-verdicts$/);
const toPicture = asked('any', /^\/pictures\//);

/** Where an access token is demanded. */
function withToken(m: Message): boolean {
  return toResource(m) || toVerdicts(m);
}

/** Without credentials, the challenge names no error (RFC 6750, section 3.1). */
function isBareChallenge(m: Message): boolean {
  const challenge = headerOf(m.responseHeaders, 'www-authenticate');
  return m.status === 401 && !/error=/.test(challenge ?? '');
}

export const resourceServerMessages: NameTable = {
  requests: [
    {
      kind: 'userinfo-request',
      name: 'userinfo request',
      spec: 'OpenID Connect Core 1.0, section 5.3',
      says: 'The client asks, with the access token, for the name and the picture of the person who signed in.',
      when: toUserinfo,
    },
    {
      kind: 'resource-metadata-request',
      name: 'protected resource metadata request',
      spec: 'RFC 9728, section 3.1',
      says: 'Somebody who was refused asks whose tokens this resource accepts.',
      when: toMetadata,
    },
    {
      kind: 'protected-resource-request',
      name: 'protected resource request',
      detail: (m) => `: ${methodAndPath(m)}`,
      spec: 'RFC 6750, section 2.1',
      says: 'A client calls the API and shows its access token.',
      when: toResource,
    },
    {
      kind: 'token-verdicts-request',
      name: 'request for verdicts on a token',
      spec: 'RFC 7009, section 3',
      says: 'Whoever holds this token asks whether each way to learn of a revocation has heard of one.',
      when: toVerdicts,
    },
    {
      kind: 'picture-request',
      name: 'request for a picture',
      says: 'The browser fetches the picture of a person; an <img> sends no token, and none is asked for.',
      when: toPicture,
    },
  ],
  responses: [
    {
      kind: 'error-response',
      name: 'error response',
      detail: () => ': no access token',
      spec: 'RFC 6750, section 3',
      says: 'No access token was shown: the challenge says that one is needed, and where to learn whose.',
      when: (m) => withToken(m) && isBareChallenge(m),
    },
    {
      kind: 'error-response',
      name: 'error response',
      detail: (m) => `: ${errorOf(m)}`,
      spec: 'RFC 6750, section 3.1',
      says: 'The resource server refuses the request, and says with an error code why.',
      when: (m) => withToken(m) && [401, 403].includes(m.status),
    },
    {
      kind: 'error-response',
      name: 'error response',
      detail: (m) => `: ${errorOf(m)}`,
      says: 'The token was not the problem: the API cannot do what it was asked for.',
      when: (m) => withToken(m) && isRefusal(m),
    },
    {
      kind: 'userinfo-response',
      name: 'userinfo response',
      spec: 'OpenID Connect Core 1.0, section 5.3.2',
      says: 'As much of the person as they let this client know.',
      when: toUserinfo,
    },
    {
      kind: 'resource-metadata',
      name: 'protected resource metadata',
      spec: 'RFC 9728, section 3.2',
      says: 'Which authorization server issues tokens for this resource, and with which scopes.',
      when: (m) => toMetadata(m) && !isRefusal(m),
    },
    {
      kind: 'protected-resource-response',
      name: 'protected resource response',
      spec: 'RFC 6749, section 7',
      says: 'The token was good, and good for this: here is what was asked for.',
      when: toResource,
    },
    {
      kind: 'token-verdicts',
      name: 'verdicts on a token',
      says: 'The same token, judged by its signature alone, by introspection and by the list of what was revoked.',
      when: toVerdicts,
    },
    {
      kind: 'picture',
      name: 'picture',
      says: 'The picture of a person.',
      when: (m) => toPicture(m) && !isRefusal(m),
    },
  ],
};
