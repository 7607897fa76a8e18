/** The parameters of a query or a form, and the headers, as rows that can be changed. */
import type { RawHeaders } from '../../recording/exchange.ts';
import type { IsCovered } from './edit-frame.tsx';
import { EditToken } from './edit-token.tsx';
import type { Pair } from './pairs.ts';
import { Add, Row, withAt } from './rows.tsx';
import { readToken } from './token-fields.ts';

type PairsProps = {
  /** `query`, `form`. */
  part: string;
  pairs: Pair[];
  onChange: (pairs: Pair[]) => void;
  isCovered: IsCovered;
};

export function EditPairs({ part, pairs, onChange, isCovered }: PairsProps) {
  const add = () => onChange([...pairs, { name: '', value: '' }]);
  if (pairs.length === 0) return <Add what={`parameter to the ${part}`} onAdd={add} />;
  const change = (index: number, pair?: Pair) => onChange(withAt(pairs, index, pair));
  return (
    <fieldset>
      <legend>Parameters of the {part}</legend>
      {pairs.map(({ name, value, raw }, index) => (
        <Row
          // Rows have no identity but their place.
          key={`${index} of ${pairs.length}`}
          name={name}
          value={value}
          covered={raw !== undefined && isCovered(value)}
          onChange={(next) => change(index, { name, value: next })}
          onRename={(next) => change(index, { name: next, value })}
          onRemove={() => change(index)}
        />
      ))}
      <Add what="parameter" onAdd={add} />
    </fieldset>
  );
}

type HeadersProps = {
  headers: RawHeaders;
  onChange: (headers: RawHeaders) => void;
  isCovered: IsCovered;
};

export function EditHeaders({ headers, onChange, isCovered }: HeadersProps) {
  return (
    <fieldset>
      <legend>Headers</legend>
      {headers.map(([name, value], index) => (
        <Row
          key={`${index} of ${headers.length}`}
          name={name}
          value={value}
          covered={isCovered(value)}
          onChange={(next) => onChange(withAt(headers, index, [name, next]))}
          onRename={(next) => onChange(withAt(headers, index, [next, value]))}
          onRemove={() => onChange(withAt(headers, index, undefined))}
        />
      ))}
      <Add what="header" onAdd={() => onChange([...headers, ['', '']])} />
    </fieldset>
  );
}

/** The claims of the token with which a request calls an API. */
export function EditBearerToken({ headers, onChange }: Omit<HeadersProps, 'isCovered'>) {
  const index = headers.findIndex(([name]) => name.toLowerCase() === 'authorization');
  const [name, value] = headers[index] ?? ['', ''];
  const [, scheme, token] = /^(Bearer +)(\S+)$/i.exec(value) ?? [];
  if (!token || !readToken(token)) return null;
  const change = (next: string) =>
    onChange(withAt(headers, index, [name, scheme + next]));
  return <EditToken legend="The access token" token={token} onChange={change} />;
}
