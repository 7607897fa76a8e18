/**
 * What an authorization request asks for, and whether it may. In two phases:
 * until the client and its redirect URI are known to be good, an error is
 * shown to the person; from then on, it is sent back to the client.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
import { readParameters } from '@four-roles/protocol/parameters';
import { isCodeChallengeS256 } from '@four-roles/protocol/pkce';
import { check } from '@four-roles/protocol/rule';
import { isScope, isSubset, parseScope } from '@four-roles/protocol/scope';
import { chooseResource } from './choose-resource.ts';
import { matchesRegistered } from './redirect-uri.ts';
import type { ProtectedResource } from './resources.ts';
import * as rules from './rules/authorization-request.ts';
import { maxAgeWellFormed, promptKnown } from './rules/prompt.ts';
import { scopeWellFormed } from './rules/scope-and-resource.ts';
import type { Client } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';

/** Where the answer goes. */
export type ReturnAddress = {
  client: Client;
  redirectUri: string;
  /** As the token request will have to repeat it; null where none was sent. */
  sentRedirectUri: string | null;
  state: string | undefined;
};

export type RequestedAuthorization = {
  codeChallenge: string | undefined;
  scopes: string[];
  resource: string;
  nonce: string | undefined;
  prompt: string[];
  /** Seconds. */
  maxAge: number | undefined;
};

/**
 * Phase one: who asks, and where may the answer go?
 *
 * @throws {OAuthError} to be shown to the person, never sent to the redirect URI
 */
export async function readReturnAddress(
  sent: URLSearchParams,
  storage: Storage,
): Promise<ReturnAddress> {
  const identity = readParameters(only(sent, ['client_id', 'redirect_uri']));
  const clientId = identity.get('client_id');
  const client = clientId ? await storage.findClient(clientId) : undefined;
  check(rules.clientIdKnown, client !== undefined, { received: clientId });
  check(rules.requestOfActiveClient, client.suspendedAt === null, {
    received: `${client.clientName}, which is suspended`,
  });

  const asked = identity.get('redirect_uri');
  const standard = client.redirectUris.length === 1 ? client.redirectUris[0] : undefined;
  const redirectUri = asked ?? standard;
  check(rules.redirectUriGiven, redirectUri !== undefined, {
    expected: client.redirectUris,
  });
  check(
    rules.redirectUriRegistered,
    matchesRegistered(redirectUri, client.redirectUris),
    {
      expected: client.redirectUris,
      received: redirectUri,
    },
  );
  const state = sent.get('state') ?? undefined;
  return { client, redirectUri, sentRedirectUri: asked ?? null, state };
}

/**
 * Phase two: what does it ask for?
 *
 * @throws {OAuthError} to be sent back to the client
 */
export function readAuthorizationRequest(
  sent: URLSearchParams,
  client: Client,
  resources: ProtectedResource[],
): RequestedAuthorization {
  const parameters = readParameters(sent, ['resource']);

  // 1. What kind of answer?
  const responseType = parameters.get('response_type');
  check(rules.responseTypeSent, responseType !== undefined);
  check(rules.responseTypeCode, responseType === 'code', {
    expected: 'code',
    received: responseType,
  });
  const responseMode = parameters.get('response_mode') ?? 'query';
  check(rules.responseModeQuery, responseMode === 'query', { received: responseMode });
  check(
    rules.authorizationCodeGrantAllowed,
    client.grantTypes.includes('authorization_code'),
    { received: client.grantTypes },
  );
  check(rules.requestObjectAbsent, parameters.get('request') === undefined);
  check(rules.requestUriAbsent, parameters.get('request_uri') === undefined);

  // 2. PKCE, of every client.
  const codeChallenge: string | undefined = parameters.get('code_challenge');
  check(rules.codeChallengeSent, codeChallenge !== undefined);
  const method = parameters.get('code_challenge_method');
  check(rules.codeChallengeMethodS256, method === 'S256', {
    expected: 'S256',
    received: method ?? 'none, which would mean plain',
  });
  const wellFormed = codeChallenge === undefined || isCodeChallengeS256(codeChallenge);
  check(rules.codeChallengeWellFormed, wellFormed, { received: codeChallenge });

  // 3. Which rights, and at which resource?
  const scope = parameters.get('scope') ?? 'openid';
  check(scopeWellFormed, isScope(scope), { received: scope });
  const scopes = parseScope(scope);
  check(rules.scopeAllowedForClient, isSubset(scopes, client.scopes), {
    expected: client.scopes,
    received: scopes,
  });
  const resource = chooseResource(parameters.getAll('resource'), scopes, resources);

  // 4. How much may the person be bothered?
  const prompt = parseScope(parameters.get('prompt'));
  check(promptKnown, isPrompt(prompt), {
    expected: 'none, or login and consent',
    received: prompt,
  });
  const maxAge = parameters.get('max_age');
  check(maxAgeWellFormed, maxAge === undefined || /^\d{1,9}$/.test(maxAge), {
    received: maxAge,
  });

  return {
    ...{ codeChallenge, scopes, resource, prompt },
    nonce: parameters.get('nonce'),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
  };
}

function isPrompt(values: string[]): boolean {
  if (values.includes('none')) return values.length === 1;
  return isSubset(values, ['login', 'consent']);
}

function only(sent: URLSearchParams, names: string[]): URLSearchParams {
  return new URLSearchParams([...sent].filter(([name]) => names.includes(name)));
}
