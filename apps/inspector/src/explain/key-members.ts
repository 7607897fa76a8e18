/** The members of a JSON Web Key, and of a set of them. */
import type { Explanations } from './explanation.ts';

export const keyMembers: Explanations = {
  keys: {
    what: 'Public keys, each with a name.',
    why: 'There are two while keys are rotated: the new one is published before it signs, the old one until its last token has expired.',
    spec: 'RFC 7517, section 5.1',
  },
  kty: {
    what: 'The family of the key: EC, an elliptic curve.',
    spec: 'RFC 7517, section 4.1',
  },
  use: { what: 'What it is for: sig, signatures.', spec: 'RFC 7517, section 4.2' },
  alg: { what: 'With which algorithm it is used.', spec: 'RFC 7517, section 4.4' },
  kid: {
    what: 'Its name, which tokens repeat in their header.',
    spec: 'RFC 7517, section 4.5',
  },
  crv: { what: 'Which curve.', spec: 'RFC 7518, section 6.2.1.1' },
  x: {
    what: 'One coordinate of the public point.',
    spec: 'RFC 7518, section 6.2.1.2',
  },
  y: {
    what: 'The other coordinate of the public point.',
    spec: 'RFC 7518, section 6.2.1.3',
  },
  d: {
    what: 'The private key: it belongs in no message.',
    stops:
      'Whoever has it signs in the name of its owner; a server that is sent one refuses it.',
    spec: 'RFC 7518, section 6.2.2.1',
  },
};
