/**
 * The pages and the actions of the developer console, under /developer. All of
 * them are behind `onlyDevelopers`.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { Hono } from 'hono';
import type { DescribeActiveToken } from '../active-token.ts';
import type { FoundToken } from '../find-token.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { Sessions } from '../resource-owner/session.ts';
import type { ProtectedResource } from '../resources.ts';
import type { Storage } from '../storage/storage.ts';
import { application } from './applications/application.ts';
import { applications } from './applications/applications.ts';
import { confirmDelete, deleteApplication } from './applications/delete-application.ts';
import { editApplication } from './applications/edit-application.ts';
import { newApplication } from './applications/new-application.ts';
import { registerApplication } from './applications/register-application.ts';
import { resume } from './applications/resume.ts';
import { rotateSecret } from './applications/rotate-secret.ts';
import { secretPage } from './applications/secret-page.ts';
import { suspend } from './applications/suspend.ts';
import { updateApplication } from './applications/update-application.ts';
import { audit } from './audit/audit.ts';
import { auditExport } from './audit/audit-export.ts';
import { onlyDevelopers } from './developer.ts';
import { initialAccessTokenPage } from './initial-access-tokens/initial-access-token-page.ts';
import { initialAccessTokens } from './initial-access-tokens/initial-access-tokens.ts';
import { makeInitialAccessToken } from './initial-access-tokens/make-initial-access-token.ts';
import { removeInitialAccessToken } from './initial-access-tokens/remove-initial-access-token.ts';
import { onlyOperators } from './keys/operator.ts';
import { rotateSigningKeys } from './keys/rotate-signing-keys.ts';
import { signingKeys } from './keys/signing-keys.ts';
import { confirmWithdrawal, withdrawSigningKey } from './keys/withdraw-signing-key.ts';
import { shownOnce } from './shown-once.ts';
import { curlOf } from './terminal.ts';
import { judgeToken } from './tokens/judge-token.ts';
import { ownTokens } from './tokens/own-token.ts';
import { revokeIssuedToken } from './tokens/revoke-issued-token.ts';
import { revokeShownToken } from './tokens/revoke-shown-token.ts';
import { tokensPage } from './tokens/tokens-page.ts';

type Parts = {
  issuer: string;
  /** Of the certificate of this server, where it is one of this machine alone. */
  authorityFile: string | undefined;
  /** The server's own secret. */
  secret: string;
  /** The origin of the resource server. */
  resourceServer: string;
  resources: ProtectedResource[];
  sessions: Sessions;
  registrar: Registrar;
  /** What a token of this server is, be it good or not. */
  findAnyToken: (token: string) => Promise<FoundToken>;
  describeToken: DescribeActiveToken;
  storage: Storage;
  clock: Clock;
};

export function developerConsole(parts: Parts): Hono {
  const { issuer, authorityFile, secret, resourceServer, resources } = parts;
  const { sessions, registrar, findAnyToken, describeToken, storage, clock } = parts;
  const once = shownOnce(issuer, secret, clock);
  const curl = curlOf(issuer, authorityFile);

  const console = new Hono();
  console.use(onlyDevelopers(issuer, sessions, storage));
  console.get('/', applications(storage));

  const register = registerApplication(once, registrar, resources, storage, clock);
  console.get('/applications/new', newApplication(resources));
  console.post('/applications/new', register);

  const one = '/applications/:client_id';
  console.get(one, application(resources, storage, clock));
  console.get(`${one}/edit`, editApplication(resources, storage));
  console.post(
    `${one}/edit`,
    updateApplication(once, registrar, resources, storage, clock),
  );
  console.get(`${one}/secret`, secretPage(curl, once, storage, clock));
  console.post(`${one}/rotate-secret`, rotateSecret(once, registrar, storage, clock));
  console.post(`${one}/revoke-token`, revokeIssuedToken(storage, clock));
  console.post(`${one}/suspend`, suspend(storage, clock));
  console.post(`${one}/resume`, resume(storage, clock));
  console.get(`${one}/delete`, confirmDelete(storage));
  console.post(`${one}/delete`, deleteApplication(storage, clock));

  const tokens = '/initial-access-tokens';
  console.get(tokens, initialAccessTokens(resources, storage, clock));
  console.post(tokens, makeInitialAccessToken(once, resources, storage, clock));
  console.get(`${tokens}/shown`, initialAccessTokenPage(curl, once));
  console.post(`${tokens}/remove`, removeInitialAccessToken(storage, clock));

  const findOwn = ownTokens(findAnyToken, storage);
  const judged = tokensPage(once, resourceServer, findOwn, describeToken, clock);
  console.get('/tokens', judged);
  console.post('/tokens', judgeToken(once, findOwn));
  console.post('/tokens/revoke', revokeShownToken(once, findOwn, storage, clock));

  console.get('/audit', audit(storage, clock));
  console.get('/audit.jsonl', auditExport(storage, clock));

  console.use('/keys/*', onlyOperators);
  console.get('/keys', signingKeys(storage, clock));
  console.post('/keys/rotate', rotateSigningKeys(storage, clock));
  console.get('/keys/:kid/withdraw', confirmWithdrawal(storage, clock));
  console.post('/keys/:kid/withdraw', withdrawSigningKey(storage, clock));
  return console;
}
