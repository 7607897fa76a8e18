/** A traceparent, field by field; by its trace-id the other messages of the trace are found. */
import { fieldsOfTraceparent } from '../../explain/traceparent-fields.ts';
import { Explained } from './explained.tsx';
import { Value } from './value.tsx';

export function TraceparentFields({ header }: { header: string }) {
  const fields = fieldsOfTraceparent(header);
  if (fields.length === 0) return <Value value={header} />;
  return (
    <dl className="parts">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <Value value={value} />
            <Explained place="traceparent" name={name} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
