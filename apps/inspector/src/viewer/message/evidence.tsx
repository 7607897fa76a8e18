/** What was expected beside what was received; where they differ is marked. */
import { withDates } from './dates-in-text.ts';
import { differences, type Piece } from './differences.ts';
import { useMask } from './use-mask.ts';

/** As a reader has them: see readableEvidence. */
type Props = { expected?: string | undefined; received?: string | undefined };

export function Evidence({ expected, received }: Props) {
  const mask = useMask();
  if (expected === undefined && received === undefined) return null;
  const [left, right] = differences(
    withDates(mask.text(expected ?? '')),
    withDates(mask.text(received ?? '')),
  );
  return (
    <dl className="evidence">
      <div>
        <dt>expected</dt>
        <dd>{expected === undefined ? 'not said' : <Marked pieces={left} />}</dd>
      </div>
      <div>
        <dt>received</dt>
        <dd>{received === undefined ? 'nothing' : <Marked pieces={right} />}</dd>
      </div>
    </dl>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return (
    <code>
      {pieces.map(({ text, differs }) =>
        differs ? <mark key={text}>{text}</mark> : text,
      )}
    </code>
  );
}
