/**
 * @jmondi/oauth2-server on node:http, with repositories in memory. Its own
 * JWT service signs with HS256; here it gets ES256 by the fastest way there
 * is, node:crypto's synchronous signature, so that all sign alike.
 */
import { createPublicKey } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { signJwt } from '@four-roles/protocol/jwt';
import { randomValue } from '@four-roles/protocol/random-value';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import {
  AuthorizationServer,
  DateInterval,
  type JwtInterface,
  OAuthRequest,
  type OAuthToken,
  type ResponseInterface,
} from '@jmondi/oauth2-server';
import { decodeJwt, jwtVerify } from 'jose';
import { accessTokenLifetime, workerClient } from '../workload.ts';
import { readForm } from './read-form.ts';
import { settings } from './settings.ts';

const key = loadSigningKey(await generatePrivateJwk());
const publicKey = createPublicKey(key.privateKey);
const scope = { name: workerClient.scope };
const client = {
  id: workerClient.client_id,
  name: workerClient.client_id,
  secret: settings.clientSecret,
  redirectUris: [],
  allowedGrants: ['client_credentials' as const],
  scopes: [scope],
};
const tokens = new Map<string, OAuthToken>();

const clients = {
  getByIdentifier: async () => client,
  isClientValid: async (_grant: string, _client: unknown, secret = '') =>
    constantTimeEqual(secret, client.secret),
};
const scopes = {
  getAllByIdentifiers: async (names: string[]) =>
    client.scopes.filter(({ name }) => names.includes(name)),
  finalize: async (granted: (typeof scope)[]) => granted,
};
const tokenRepository = {
  issueToken: async (issuedTo: typeof client, granted: (typeof scope)[]) => ({
    accessToken: randomValue(),
    accessTokenExpiresAt: new Date(),
    client: issuedTo,
    scopes: granted,
  }),
  persist: async (token: OAuthToken) => void tokens.set(token.accessToken, token),
  getByAccessToken: async (jti: string) => tokens.get(jti)!,
  revoke: async (token: OAuthToken) => void tokens.delete(token.accessToken),
  issueRefreshToken: async (token: OAuthToken) => token,
  isRefreshTokenRevoked: async () => true,
  getByRefreshToken: () => Promise.reject(new Error('There are no refresh tokens here.')),
};
const jwt: JwtInterface = {
  sign: async (claims) => signJwt('at+jwt', claims as Record<string, unknown>, key),
  verify: async (token) => (await jwtVerify(token, publicKey)).payload,
  decode: (token) => decodeJwt(token),
};

const server = new AuthorizationServer(clients, tokenRepository, scopes, jwt, {
  issuer: settings.origin,
});
server.enableGrantType('client_credentials', new DateInterval(`${accessTokenLifetime}s`));

createServer(async (request, response) => {
  const { status, headers, body } = await answer(request);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}).listen(settings.port, '127.0.0.1');

async function answer(request: IncomingMessage): Promise<ResponseInterface> {
  const asked = new OAuthRequest({
    body: await readForm(request),
    headers: request.headers as Record<string, string>,
  });
  return request.url === '/introspect'
    ? server.introspect(asked)
    : server.respondToAccessTokenRequest(asked);
}
