/** A refusal in plain words: which party, which check, which section, and what to do. */
import type { FailedCheck, Refusal } from '../../explain/refusal.ts';
import { Evidence } from './evidence.tsx';
import { SectionLink } from './section-link.tsx';

export function RefusalView({ refusal }: { refusal: Refusal }) {
  const { sentence, error, meaning, remedy, description, checks } = refusal;
  return (
    <section className="refusal">
      <h3>{sentence}</h3>
      {checks.map((check) => (
        <Check key={check.id} check={check} />
      ))}
      {error && (
        <p>
          The answer says <code>{error}</code>
          {meaning && `: ${lowerFirst(meaning)}`}
        </p>
      )}
      {checks.length === 0 && description && <p>It adds: “{description}”</p>}
      {checks.every(({ fix }) => !fix) && remedy && <Fix text={remedy} />}
    </section>
  );
}

/** One line for those who read the answer itself. */
export function RefusalInShort({
  refusal: { sentence, checks },
  onAsk,
}: {
  refusal: Refusal;
  onAsk: () => void;
}) {
  return (
    <p className="refusal">
      <span className="bad">✕ {sentence}</span>{' '}
      {checks[0]?.says && `It demands: ${lowerFirst(checks[0].says)}`}{' '}
      <button type="button" className="button" onClick={onAsk}>
        Why it said no
      </button>
    </p>
  );
}

function Check({ check }: { check: FailedCheck }) {
  const { id, says, spec, expected, received, stops, fix } = check;
  return (
    <>
      <p>
        <strong>The check:</strong> {says} <code>{id}</code>
        {spec && (
          <>
            , <SectionLink spec={spec} />
          </>
        )}
      </p>
      <Evidence expected={expected} received={received} />
      {stops && (
        <p>
          <strong>It stops:</strong> {stops}
        </p>
      )}
      {fix && <Fix text={fix} />}
    </>
  );
}

function Fix({ text }: { text: string }) {
  return (
    <p>
      <strong>The likely fix:</strong> {text}
    </p>
  );
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
