/** A body as fields where it is a form or a JSON object, and as text in any case. */
import { useState } from 'react';
import { type BodyFields, readBodyText, writeBody } from './build-edit.ts';
import type { IsCovered } from './edit-frame.tsx';
import { EditMembers } from './edit-members.tsx';
import { EditPairs } from './edit-pairs.tsx';

type Props = {
  body: BodyFields;
  contentType: string;
  onChange: (body: BodyFields) => void;
  isCovered: IsCovered;
};

export function EditBody({ body, contentType, onChange, isCovered }: Props) {
  const text = writeBody(body);
  if (text === undefined) {
    return <p>The body is binary, or too long to be here: it goes on as it is.</p>;
  }
  return (
    <>
      {body.kind === 'form' && (
        <EditPairs
          part="form"
          pairs={body.pairs}
          onChange={(pairs) => onChange({ kind: 'form', pairs })}
          isCovered={isCovered}
        />
      )}
      {body.kind === 'json' && (
        <EditMembers
          legend="JSON"
          object={body.object}
          onChange={(object) => onChange({ kind: 'json', object })}
          isCovered={isCovered}
        />
      )}
      <BodyAsText
        text={text}
        isCovered={isCovered(text)}
        onChange={(next) => onChange(readBodyText(next, contentType))}
      />
    </>
  );
}

function BodyAsText(props: {
  text: string;
  isCovered: boolean;
  onChange: (text: string) => void;
}) {
  const [covered, setCovered] = useState(props.isCovered);
  return (
    <details>
      <summary>The body as text</summary>
      {covered ? (
        <button type="button" className="button" onClick={() => setCovered(false)}>
          Show it with its secrets
        </button>
      ) : (
        <textarea
          className="field edit-text"
          aria-label="Body"
          rows={6}
          spellCheck={false}
          value={props.text}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </details>
  );
}
