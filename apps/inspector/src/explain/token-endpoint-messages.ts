/** What passes between a program and the authorization server: the back channel. */
import type { Message } from './message.ts';
import { asked, errorOf, isRefusal, type NameTable } from './name-table.ts';

const toToken = asked('any', /^\/token$/);
const toIntrospection = asked('any', /^\/introspect$/);
const toRevocation = asked('any', /^\/revoke$/);
const toRevocations = asked('any', /^\/revocations$/);
const toKeys = asked('any', /^\/jwks$/);
const toMetadata = asked(
  'any',
  /^\/\.well-known\/(oauth-authorization-server|openid-configuration)/,
);

function grants(grantType: string) {
  return (m: Message) => toToken(m) && m.sent.get('grant_type') === grantType;
}

function grantOf({ sent }: Message): string {
  return sent.get('grant_type') || 'no grant_type';
}

/** More than one while the keys are rotated. */
function numberOfKeys({ json: { keys } }: Message): string {
  return Array.isArray(keys) && keys.length > 1 ? ` of ${keys.length} keys` : '';
}

export const tokenEndpointMessages: NameTable = {
  requests: [
    {
      kind: 'access-token-request',
      name: 'access token request (authorization code)',
      spec: 'RFC 6749, section 4.1.3',
      says: 'The client trades the code for tokens, and proves with its secret and the code_verifier that the code is its own.',
      when: grants('authorization_code'),
    },
    {
      kind: 'refresh-request',
      name: 'access token request (refresh token)',
      spec: 'RFC 6749, section 6',
      says: 'The client asks for a new access token without bothering the person again.',
      when: grants('refresh_token'),
    },
    {
      kind: 'client-credentials-request',
      name: 'access token request (client credentials)',
      spec: 'RFC 6749, section 4.4.2',
      says: 'A program asks for an access token in its own name; no person takes part.',
      when: grants('client_credentials'),
    },
    {
      kind: 'other-token-request',
      name: 'access token request',
      detail: (m) => ` (${grantOf(m)})`,
      spec: 'RFC 6749, section 3.2',
      says: 'Somebody asks the token endpoint for a token, with a grant that is not served here.',
      when: toToken,
    },
    {
      kind: 'introspection-request',
      name: 'token introspection request',
      spec: 'RFC 7662, section 2.1',
      says: 'The resource server asks whether a token that it was shown is still good.',
      when: toIntrospection,
    },
    {
      kind: 'revocation-request',
      name: 'token revocation request',
      spec: 'RFC 7009, section 2.1',
      says: 'The client gives a token back: it will not need it any more.',
      when: toRevocation,
    },
    {
      kind: 'revocations-request',
      name: 'request for what was revoked',
      spec: 'RFC 7009, section 3',
      says: 'The resource server fetches, once for many tokens, what was taken back and may still be alive. The exchange is ours: the text leaves it open.',
      when: toRevocations,
    },
    {
      kind: 'key-set-request',
      name: 'key set request',
      spec: 'RFC 7517, section 5',
      says: 'Somebody fetches the public keys with which signatures of the authorization server are verified.',
      when: toKeys,
    },
    {
      kind: 'metadata-request',
      name: 'authorization server metadata request',
      spec: 'RFC 8414, section 3.1',
      says: 'Somebody who knows only the issuer asks where its endpoints are.',
      when: toMetadata,
    },
  ],
  responses: [
    {
      kind: 'error-response',
      name: 'error response',
      detail: (m) => `: ${errorOf(m)}`,
      spec: 'RFC 6749, section 5.2',
      says: 'The authorization server refuses the request, and says with an error code why.',
      when: (m) =>
        isRefusal(m) &&
        [toToken, toIntrospection, toRevocation, toRevocations].some((to) => to(m)),
    },
    {
      kind: 'access-token-response',
      name: 'access token response',
      spec: 'RFC 6749, section 5.1',
      says: 'The tokens, from server to server: the browser never sees them.',
      when: toToken,
    },
    {
      kind: 'introspection-response',
      name: 'token introspection response',
      detail: ({ json }) => (json.active === true ? ': active' : ': not active'),
      spec: 'RFC 7662, section 2.2',
      says: 'Whether the token is good, and if so, whose it is and what for; of a token that is not, nothing is said.',
      when: toIntrospection,
    },
    {
      kind: 'revocation-response',
      name: 'token revocation response',
      spec: 'RFC 7009, section 2.2',
      says: 'The token is worth nothing from now on; the answer is the same for one that never was any good.',
      when: toRevocation,
    },
    {
      kind: 'revocations',
      name: 'what was revoked',
      spec: 'RFC 7009, section 3',
      says: 'Tokens, grants and clients, by their names: what a resource server goes by for a few seconds.',
      when: toRevocations,
    },
    {
      kind: 'key-set',
      name: 'key set',
      detail: numberOfKeys,
      spec: 'RFC 7517, section 5',
      says: 'The public keys: they verify signatures and cannot make any.',
      when: (m) => toKeys(m) && !isRefusal(m),
    },
    {
      kind: 'metadata',
      name: 'authorization server metadata',
      spec: 'RFC 8414, section 3.2',
      says: 'Where the endpoints of the authorization server are, and what it can do.',
      when: (m) => toMetadata(m) && !isRefusal(m),
    },
  ],
};
