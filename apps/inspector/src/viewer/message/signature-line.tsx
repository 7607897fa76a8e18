/** Who signed this token? Verified in this browser. */
import type { JWK } from 'jose';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { decodeJwt } from '../../explain/jwt.ts';
import { api } from '../api.ts';
import { useRecording } from '../store.ts';
import { MessageLink } from './message-link.tsx';
import { registeredKeys } from './registered-keys.ts';
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

/** Of what a client signs, with a key that it registered. */
const ofClients = {
  valid:
    '✓ The signature is valid: it was made with the key that the client registered in',
  'key unknown':
    '? The key that it names was registered in no message of this recording.',
};

const looks: Partial<Record<Outcome, string>> = {
  valid: 'good',
  'not valid': 'bad',
  'no signature': 'bad',
};

/** @param kind of the token: a `client_assertion` is signed by a client, every other by Acorn */
export function SignatureLine({ token, kind }: { token: string; kind: string }) {
  return kind === 'client_assertion' ? (
    <SignedByClient token={token} />
  ) : (
    <SignedByAcorn token={token} />
  );
}

function SignedByAcorn({ token }: { token: string }) {
  const { mode, keys } = useRecording();
  const set = useMemo(
    async () => (mode === 'live' ? api.keys() : keys) as Promise<Keys | undefined>,
    [mode, keys],
  );
  return <Line outcome={useOutcome(token, set)} says={sentences} />;
}

function SignedByClient({ token }: { token: string }) {
  const { exchanges } = useRecording();
  const registered = useMemo(() => registeredKeys(exchanges), [exchanges]);
  const set = useMemo(
    async () => ({ keys: registered.map(({ jwk }) => jwk) }),
    [registered],
  );
  const outcome = useOutcome(token, set);
  const { kid } = decodeJwt(token)?.header ?? {};
  const used = registered.find(({ jwk }) => jwk.kid === kid);
  return (
    <Line outcome={outcome} says={{ ...sentences, ...ofClients }}>
      {outcome === 'valid' && used && (
        <>
          {' '}
          <MessageLink id={used.exchange} side={used.side} />.
        </>
      )}
    </Line>
  );
}

type LineProps = {
  outcome: Outcome | undefined;
  says: Record<Outcome, string>;
  children?: ReactNode;
};

function Line({ outcome, says, children }: LineProps) {
  return (
    <p className={(outcome && looks[outcome]) ?? 'unsure'}>
      {outcome ? says[outcome] : 'Verifying.'}
      {children}
    </p>
  );
}

type Keys = { keys: JWK[] };

function useOutcome(token: string, keys: Promise<Keys | undefined>): Outcome | undefined {
  const [found, setFound] = useState<{ token: string; outcome: Outcome }>();
  useEffect(() => {
    let current = true;
    outcomeOf(token, keys).then((outcome) => {
      if (current) setFound({ token, outcome });
    });
    return () => {
      current = false;
    };
  }, [token, keys]);
  return found?.token === token ? found.outcome : undefined;
}

async function outcomeOf(
  token: string,
  keys: Promise<Keys | undefined>,
): Promise<Outcome> {
  if (token.split('.')[2]?.startsWith('MASKED-')) return 'masked';
  try {
    const set = await keys;
    return set ? await verifySignature(token, set) : 'no keys';
  } catch {
    return 'no keys';
  }
}
