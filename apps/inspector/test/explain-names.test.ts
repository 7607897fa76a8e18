/** Every name that occurs on the wire of this project has an explanation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, explanations, type Place } from '../src/explain/explain.ts';
import { specificationLink } from '../src/explain/specification-link.ts';

/** As they were seen on the wire: a sign-in, the inbox, a run of the worker, refusals, a sign-out. */
const onTheWire: Partial<Record<Place, string>> = {
  query:
    'response_type client_id redirect_uri scope state nonce code_challenge code_challenge_method resource prompt max_age login_hint code iss error error_description error_uri limit cursor folder return_to declined sent next acorn post_logout_redirect_uri id_token_hint type event client outcome since before',
  form: 'grant_type code redirect_uri code_verifier resource scope refresh_token client_id client_secret client_assertion client_assertion_type token token_type_hint username password request seal decision next overlap registrations lifetime token_hash jti to subject body application_type client_name client_uri description redirect_uris token_endpoint_auth_method jwks jwks_uri',
  json: 'access_token token_type expires_in scope refresh_token id_token active iss sub aud client_id jti iat exp auth_time error error_description error_uri issuer authorization_endpoint token_endpoint jwks_uri introspection_endpoint revocation_endpoint acorn_revocations_endpoint userinfo_endpoint end_session_endpoint scopes_supported response_types_supported response_modes_supported grant_types_supported token_endpoint_auth_methods_supported introspection_endpoint_auth_methods_supported revocation_endpoint_auth_methods_supported token_endpoint_auth_signing_alg_values_supported introspection_endpoint_auth_signing_alg_values_supported revocation_endpoint_auth_signing_alg_values_supported code_challenge_methods_supported prompt_values_supported authorization_response_iss_parameter_supported subject_types_supported id_token_signing_alg_values_supported claims_supported protected_resources request_parameter_supported request_uri_parameter_supported service_documentation resource resource_name authorization_servers bearer_methods_supported keys kty crv x y kid alg use name given_name picture email email_verified messages id from to subject snippet sent_at unread body next_cursor contacts company updated_at payments amount_minor currency creditor reference status created_at base rates served_at served_to runs as_of tokens grants clients revoked_at mode_in_force verdicts mode rule refuses_at_the_latest client_name client_uri description application_type redirect_uris post_logout_redirect_uris grant_types response_types token_endpoint_auth_method client_secret jwks client_id_issued_at client_secret_expires_at registration_access_token registration_client_uri previous_secret_lifetime previous_secret_expires_at registration_endpoint',
  header:
    'Host Connection User-Agent Accept Accept-Language Accept-Encoding Sec-Fetch-Mode Sec-Fetch-Site Sec-Fetch-Dest Sec-Fetch-User sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform Upgrade-Insecure-Requests Authorization Content-Type Content-Length Referer Idempotency-Key Pragma Cache-Control Cookie Origin Content-Security-Policy Cross-Origin-Opener-Policy Permissions-Policy Referrer-Policy X-Content-Type-Options X-Frame-Options Vary Content-Encoding Date Keep-Alive Transfer-Encoding Access-Control-Allow-Origin Access-Control-Expose-Headers Accept-Ranges Last-Modified ETag Location x-nextjs-cache Set-Cookie Link Cross-Origin-Resource-Policy WWW-Authenticate Origin-Agent-Cluster X-DNS-Prefetch-Control X-Download-Options X-Permitted-Cross-Domain-Policies X-XSS-Protection Idempotency-Replayed Retry-After Allow Strict-Transport-Security traceparent',
  cookie:
    'acorn_session acorn_shown_once __Secure-acorn_shown_once briefing_session briefing_browser __Host-briefing_session',
  'cookie attribute': 'HttpOnly SameSite Path Max-Age Secure',
  challenge: 'error error_description error_uri scope resource_metadata realm charset',
  traceparent: 'version trace-id parent-id trace-flags',
  'jwt header': 'alg typ kid',
  claim: 'iss sub aud exp iat nbf jti client_id scope nonce auth_time at_hash',
  'assertion claim': 'iss sub aud jti iat exp nbf',
  jwk: 'd keys kty crv x y kid alg use',
  scope:
    'openid profile email mail.read mail.send contacts.read contacts.write payments.read payments.create gateway.call',
  status: '200 201 204 303 307 400 401 403 404 405 413 421 422 429 500 502 503',
};

for (const [place, names] of Object.entries(onTheWire) as [Place, string][]) {
  test(`every ${place} on the wire is explained`, () => {
    const unexplained = names.split(' ').filter((name) => !explain(place, name));
    assert.deepEqual(unexplained, []);
  });
}

test('every explanation is made of sentences, and its clause can be followed', () => {
  for (const table of Object.values(explanations)) {
    for (const [name, { what, why, stops, spec }] of Object.entries(table)) {
      for (const sentence of [what, why, stops]) {
        if (sentence !== undefined) assert.match(sentence, /^[A-Za-z].*\.$/, name);
      }
      if (spec) assert.ok(specificationLink(spec), spec);
    }
  }
});

test('the scheme tells one Authorization header from another', () => {
  assert.match(
    explain('header', 'authorization', 'Bearer eyJ')?.what ?? '',
    /access token/,
  );
  assert.match(
    explain('header', 'Authorization', 'Basic Zm9v')?.what ?? '',
    /client_secret/,
  );
  assert.match(
    explain('header', 'Authorization', 'Negotiate x')?.what ?? '',
    /credentials/,
  );
});

test('one name in two places is two things', () => {
  assert.notEqual(explain('query', 'request')?.what, explain('form', 'request')?.what);
  assert.notEqual(explain('query', 'iss')?.what, explain('claim', 'iss')?.what);
});

test('a claim of a client assertion is no claim of a token', () => {
  for (const claim of ['iss', 'sub', 'aud', 'exp', 'jti']) {
    assert.notEqual(explain('assertion claim', claim), explain('claim', claim));
  }
});

test('what nobody here uses is not explained', () => {
  assert.equal(explain('query', 'utm_source'), undefined);
  assert.equal(explain('query', 'constructor'), undefined);
});
