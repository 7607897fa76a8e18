/**
 * POST /consent
 *
 * The person has answered. Only now is there a code.
 *
 *     POST /consent HTTP/1.1
 *     Origin: http://localhost:9001
 *     Cookie: acorn_session=...
 *
 *     request=response_type%3Dcode...&seal=...&scope=profile&scope=mail.read&decision=allow
 *
 *     HTTP/1.1 303 See Other
 *     Location: http://localhost:9000/callback?code=...&state=...&iss=...
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 * @see https://openid.net/specs/openid-connect-core-1_0.html#Consent
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { formatScope } from '@four-roles/protocol/scope';
import type { Handler } from 'hono';
import { readAuthorizationRequest, readReturnAddress } from '../authorization-request.ts';
import { goHome, issueCode } from '../authorization-response.ts';
import { errorsGoTo, refusalsConcern } from '../error-response.ts';
import { readForm } from '../request-body.ts';
import { type ProtectedResource, requiredScope } from '../resources.ts';
import { consentByThePersonAsked } from '../rules/resource-owner.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';
import { sealConsent } from './consent-seal.ts';
import { refuseForeignForm } from './own-page.ts';
import { isRecent, type Sessions } from './session.ts';

const denied = new OAuthError('access_denied', 'The resource owner denied the request.');

export function consent(
  issuer: string,
  secret: string,
  resources: ProtectedResource[],
  sessions: Sessions,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. From our own page, about a request that is still good.
    refuseForeignForm(c, issuer);
    const form = await readForm(c);
    const query = form.get('request') ?? '';
    const sent = new URLSearchParams(query);
    const to = await readReturnAddress(sent, storage);
    refusalsConcern(c, to.client);

    // 2. By the person who was asked. Where nobody is signed in any more: sign in again.
    const session = await sessions.find(c);
    if (!session) return c.redirect(`/login?${sent}`, 303);
    const seal = sealConsent(secret, session.subject, query);
    check(consentByThePersonAsked, constantTimeEqual(seal, form.get('seal') ?? ''));

    // 3. From here on, an error is sent back to the client; a refusal is one.
    errorsGoTo(c, to);
    const request = readAuthorizationRequest(sent, to.client, resources);
    const now = seconds(clock);
    if (!isRecent(session, request.maxAge, now)) return c.redirect(`/login?${sent}`, 303);
    const ticked = form.getAll('scope');
    const scopes = request.scopes.filter(
      (scope) => scope === requiredScope || ticked.includes(scope),
    );
    const { clientId } = to.client;
    const { subject } = session;
    const who = { client: to.client, subject };
    if (form.get('decision') !== 'allow' || scopes.length === 0) {
      await record({ event: 'consent_denied', ...who }, storage, clock);
      return goHome(c, to, { ...denied.wire, state: to.state, iss: issuer });
    }

    // 4. Remember it, and send the code home.
    await storage.rememberConsent(subject, clientId, request.scopes, scopes, now);
    const scope = formatScope(scopes);
    await record({ event: 'consent_given', ...who, scope }, storage, clock);
    const code = await issueCode(to, request, scopes, session, storage, now);
    return goHome(c, to, { code, state: to.state, iss: issuer });
  };
}
