/** PKCE computed before your eyes: from the verifier to the challenge, equal or not. */
import { useEffect, useState } from 'react';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { findProofKey, type ProofKeyParts } from './find-proof-key.ts';
import { MessageLink } from './message-link.tsx';
import { useOpened } from './opened.ts';
import { type Transformation, transform } from './proof-key.ts';
import { useMask } from './use-mask.ts';

export function ProofKey() {
  const { exchange, side, carried } = useOpened();
  const { exchanges } = useRecording();
  const { lens } = useSettings().settings;
  const isHere = carried.some(
    (one) => one.side === side && /^code_(verifier|challenge)$/.test(one.kind),
  );
  if (!isHere) return null;
  const flow = exchanges.filter((one) => one.flow === exchange.flow);
  const { verifier, ...parts } = findProofKey(flow, carried);
  // The browser never sees the verifier.
  return <Computation {...parts} {...(verifier && !lens && { verifier })} />;
}

function Computation({ verifier, challenge }: ProofKeyParts) {
  const computed = useTransformation(verifier?.value);
  const mask = useMask();
  if (!verifier) {
    return (
      <section className="proof-key">
        <h3>PKCE</h3>
        <p>
          The client keeps the code_verifier to itself until it trades the code: then this
          challenge is computed from it, here and at the authorization server.
        </p>
      </section>
    );
  }
  if (verifier.value.startsWith('MASKED-')) {
    return (
      <p>PKCE: the verifier is masked in this recording, nothing can be computed.</p>
    );
  }
  if (!computed) return null;
  const bytes = mask.covers(verifier.value)
    ? 'covered, as the verifier is'
    : computed.bytes;
  return (
    <section className="proof-key">
      <h3>PKCE, computed in this browser</h3>
      <ol>
        <Step name="code_verifier" value={mask.text(verifier.value)}>
          in <MessageLink id={verifier.exchange} side="request" />
        </Step>
        <Step name="its ASCII bytes" value={bytes} />
        <Step name="SHA-256 of them" value={computed.hash} />
        <Step name="in base64url" value={computed.challenge} />
        {challenge && (
          <Step name="code_challenge" value={challenge.value}>
            in <MessageLink id={challenge.exchange} side={challenge.side} />
          </Step>
        )}
      </ol>
      {challenge && <Equal equal={challenge.value === computed.challenge} />}
    </section>
  );
}

function Step(props: { name: string; value: string; children?: React.ReactNode }) {
  return (
    <li>
      <span>
        {props.name} {props.children}
      </span>
      <code>{props.value}</code>
    </li>
  );
}

function Equal({ equal }: { equal: boolean }) {
  return equal ? (
    <p className="good">
      = The last two are equal: who redeems the code began the sign-in.
    </p>
  ) : (
    <p className="bad">≠ The last two differ: this verifier is not that challenge’s.</p>
  );
}

function useTransformation(verifier: string | undefined): Transformation | undefined {
  const [computed, setComputed] = useState<Transformation & { of: string }>();
  useEffect(() => {
    if (verifier === undefined) return;
    let current = true;
    transform(verifier).then((made) => {
      if (current) setComputed({ ...made, of: verifier });
    });
    return () => {
      current = false;
    };
  }, [verifier]);
  return computed?.of === verifier ? computed : undefined;
}
