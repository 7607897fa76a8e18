/** Is the token signed with a key of the authorization server? Verified in this browser. */
import type { JWK } from 'jose';
import { useEffect, useState } from 'react';
import type { KeySet } from '../../recording/exchange.ts';
import { api } from '../api.ts';
import { useRecording } from '../store.ts';
import { type Signature, verifySignature } from './verify-signature.ts';

type Outcome = Signature | 'masked' | 'no keys';

const sentences: Record<Outcome, string> = {
  valid: '✓ The signature is valid: it was made with a key that Acorn publishes now.',
  'not valid':
    '✕ The signature does not match: somebody changed the token, or made it up.',
  'key unknown': '? The key that it names is not in the key set of Acorn.',
  'no signature': '✕ It says alg "none": nobody signed it.',
  masked: '? The signature is masked in this recording and cannot be verified.',
  'no keys': '? There is no key set here to verify the signature with.',
};

const looks: Partial<Record<Outcome, string>> = {
  valid: 'good',
  'not valid': 'bad',
  'no signature': 'bad',
};

export function SignatureLine({ token }: { token: string }) {
  const outcome = useSignature(token);
  return (
    <p className={(outcome && looks[outcome]) ?? 'unsure'}>
      {outcome ? sentences[outcome] : 'Verifying.'}
    </p>
  );
}

function useSignature(token: string): Outcome | undefined {
  const { mode, keys } = useRecording();
  const [found, setFound] = useState<{ token: string; outcome: Outcome }>();
  useEffect(() => {
    let current = true;
    outcomeOf(token, mode === 'live' ? api.keys() : keys).then((outcome) => {
      if (current) setFound({ token, outcome });
    });
    return () => {
      current = false;
    };
  }, [token, mode, keys]);
  return found?.token === token ? found.outcome : undefined;
}

async function outcomeOf(
  token: string,
  keys: Promise<KeySet> | KeySet | undefined,
): Promise<Outcome> {
  if (token.split('.')[2]?.startsWith('MASKED-')) return 'masked';
  try {
    const set = await keys;
    return set ? await verifySignature(token, set as { keys: JWK[] }) : 'no keys';
  } catch {
    return 'no keys';
  }
}
