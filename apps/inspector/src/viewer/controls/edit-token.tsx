/** A JWT taken apart, its claims as fields. What comes out has the old signature. */
import { useState } from 'react';
import { EditMembers } from './edit-members.tsx';
import type { JsonObject } from './json-members.ts';
import { readToken, type TokenFields, writeToken } from './token-fields.ts';

type Props = { legend: string; token: string; onChange: (token: string) => void };

export function EditToken({ legend, token, onChange }: Props) {
  const [fields, setFields] = useState(() => readToken(token));
  const [untouched] = useState(token);
  if (!fields) return null;
  const change = (part: Partial<TokenFields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    onChange(writeToken(next));
  };
  return (
    <details className="edit-token">
      <summary>{legend}: change a claim</summary>
      <EditMembers
        legend="Claims"
        object={fields.payload}
        onChange={(payload: JsonObject) => change({ payload })}
      />
      <EditMembers
        legend="Header"
        object={fields.header}
        onChange={(header: JsonObject) => change({ header })}
      />
      {token !== untouched && (
        <p className="warning">
          The token is encoded anew and keeps its old signature, which does not match any
          more: only the authorization server could make a new one.
        </p>
      )}
    </details>
  );
}
