/**
 * POST /token of a server that checks nothing: it reads the form, signs the
 * same access token as the others, and answers. What is left of the time is
 * what node:http and the signature cost.
 */
import { createServer } from 'node:http';
import type { AccessTokenClaims } from '@four-roles/protocol/access-token';
import { randomValue } from '@four-roles/protocol/random-value';
import { accessTokenLifetime, workerClient } from '../workload.ts';
import { readForm } from './read-form.ts';
import { settings } from './settings.ts';

type Sign = (claims: AccessTokenClaims) => string | Promise<string>;

export function serveSignOnly(sign: Sign): void {
  createServer(async (request, response) => {
    const { scope = '', resource = '' } = await readForm(request);
    const now = Math.floor(Date.now() / 1000);
    const accessToken = await sign({
      iss: settings.origin,
      sub: workerClient.client_id,
      aud: resource,
      client_id: workerClient.client_id,
      scope,
      jti: randomValue(),
      iat: now,
      exp: now + accessTokenLifetime,
    });
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    response.end(
      JSON.stringify({
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: accessTokenLifetime,
        scope,
      }),
    );
  }).listen(settings.port, '127.0.0.1');
}
