/** A bare node:http handler that signs with node:crypto, synchronously. */
import { signAccessToken } from '@four-roles/protocol/access-token';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import { serveSignOnly } from './sign-only.ts';

const key = loadSigningKey(await generatePrivateJwk());

serveSignOnly((claims) => signAccessToken(claims, key));
