/** Parameters one below the other; each unfolds to what it is, and why it is there. */
import type { ReactNode } from 'react';
import type { Place } from '../../explain/explain.ts';
import { Explained } from './explained.tsx';
import { Value } from './value.tsx';

export type Parameter = {
  name: string;
  value: string;
  /** Instead of the value as text. */
  children?: ReactNode;
};

type Props = { title: string; place: Place; parameters: Parameter[] };

export function Parameters({ title, place, parameters }: Props) {
  if (parameters.length === 0) return null;
  return (
    <section className="parameters">
      <h3>{title}</h3>
      <dl>
        {parameters.map(({ name, value, children }, index) => (
          <div key={index} className="parameter">
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {children ?? <Value value={value} />}
              <Explained place={place} name={name} value={value} />
              <ExplainedValue name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Some values are words of their own: each scope, the code of an error. */
function ExplainedValue({ name, value }: { name: string; value: string }) {
  if (name === 'error') return <Explained place="error" name={value} />;
  if (name !== 'scope') return null;
  return (
    <ul className="scopes">
      {value.split(' ').map((scope) => (
        <li key={scope}>
          <code>{scope}</code> <Explained place="scope" name={scope} />
        </li>
      ))}
    </ul>
  );
}
