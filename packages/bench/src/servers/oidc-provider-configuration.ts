/**
 * oidc-provider, set up to do what our server does: JWT access tokens for a
 * resource (RFC 8707), ES256 throughout, a refresh token that rotates at every use.
 */
import { exportJWK, generateKeyPair } from 'jose';
import { accessTokenLifetime, webClient, workerClient } from '../workload.ts';
import { settings } from './settings.ts';

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const signingKey = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' };

/** @param accessTokenFormat its introspection endpoint refuses JWTs, so that measurement has opaque ones */
export function configuration(accessTokenFormat: 'jwt' | 'opaque') {
  return {
    jwks: { keys: [signingKey] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: workerClient.client_id,
        client_secret: settings.clientSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
      {
        client_id: webClient.client_id,
        client_secret: settings.clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [webClient.redirect_uri],
        response_types: ['code'],
      },
    ],
    scopes: [
      'openid',
      'offline_access',
      'profile',
      'email',
      'mail.read',
      'contacts.read',
    ],
    claims: { openid: ['sub'], profile: ['name', 'picture'], email: ['email'] },
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub }),
    }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: unknown, resource: string) => ({
          audience: resource,
          scope: 'openid profile email mail.read contacts.read',
          accessTokenFormat,
          accessTokenTTL: accessTokenLifetime,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}
