/** What something in a message is; why it is there and what it stops, for whoever unfolds it. */
import { explain, type Place } from '../../explain/explain.ts';
import { SectionLink } from './section-link.tsx';

type Props = { place: Place; name: string; value?: string };

export function Explained({ place, name, value }: Props) {
  const explanation = explain(place, name, value);
  if (!explanation) return null;
  const { what, why, stops, spec } = explanation;
  if (!why && !stops && !spec) return <p className="soft">{what}</p>;
  return (
    <details className="explained">
      <summary>{what}</summary>
      <div>
        {why && <p>{why}</p>}
        {stops && (
          <p>
            <strong>It stops:</strong> {stops}
          </p>
        )}
        {spec && (
          <p>
            <SectionLink spec={spec} />
          </p>
        )}
      </div>
    </details>
  );
}
