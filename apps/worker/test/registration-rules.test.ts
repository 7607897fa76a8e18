/**
 * What an authorization server may make of a registration, and the worker
 * does not take.
 */
import assert from 'node:assert/strict';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/registration-response.ts';
import { stubFiles } from './stub-files.ts';
import { registrationAnswer, stubServers, workerFacing } from './stub-servers.ts';

/** It registers, is answered with the `change`, and keeps nothing of it. */
async function refuses(
  change: object | undefined,
  method: 'client_secret_basic' | 'private_key_jwt' = 'client_secret_basic',
): Promise<void> {
  const stub = await stubServers();
  const files = stubFiles();
  try {
    stub.register = ({ body }) =>
      change
        ? registrationAnswer(stub.origin, body, change)
        : { status: 201, json: { hello: 'I am a proxy' } };
    const worker = workerFacing(stub, { ...files, file: files.file(), method });
    await worker.getRates().catch(() => {});
    assert.equal(stub.asked('/token').length, 0, 'it used what it was given');
    assert.equal(worker.registration.standing().state, 'unregistered');
    assert.equal(files.hasToken(), true);
  } finally {
    stub.close();
    files.remove();
  }
}

provesRule(rules.registrationResponseWellFormed, () => refuses(undefined));

provesRule(rules.registeredMethodIsAsked, () =>
  // Asked to look at a key, the server hands out a secret.
  refuses(
    {
      token_endpoint_auth_method: 'client_secret_post',
      client_secret: 'secret',
      client_secret_expires_at: 0,
    },
    'private_key_jwt',
  ),
);

provesRule(rules.clientSecretGiven, () =>
  refuses({ client_secret: undefined, client_secret_expires_at: undefined }),
);

provesRule(rules.secretExpiryStated, () =>
  refuses({ client_secret_expires_at: undefined }),
);

provesRule(rules.registeredScopeSuffices, () => refuses({ scope: 'contacts.read' }));
