/** A bare node:http handler that signs with jose, that is with WebCrypto on another thread. */
import { generateKeyPair, SignJWT } from 'jose';
import { serveSignOnly } from './sign-only.ts';

const { privateKey } = await generateKeyPair('ES256');
const header = { alg: 'ES256', typ: 'at+jwt', kid: 'bench' };

serveSignOnly((claims) =>
  new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
);
