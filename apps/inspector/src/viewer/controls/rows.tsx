/** Names and values in a form, one row each. */
import { type ReactNode, useId, useState } from 'react';

type RowProps = {
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** Missing where a name cannot be changed. */
  onRename?: (name: string) => void;
  onRemove: () => void;
  /** Its value stays covered until somebody asks to see it. */
  covered?: boolean;
  children?: ReactNode;
};

export function Row(props: RowProps) {
  const { name, value, onChange, onRename, onRemove, children } = props;
  const [covered, setCovered] = useState(props.covered);
  const id = useId();
  return (
    <div className="edit-row">
      {onRename ? (
        <input
          className="field"
          aria-label="Name"
          value={name}
          onChange={({ target }) => onRename(target.value)}
        />
      ) : (
        <label htmlFor={id}>{name}</label>
      )}
      {covered ? (
        <button type="button" className="button" onClick={() => setCovered(false)}>
          Show {name} and change it
        </button>
      ) : (
        <textarea
          className="field"
          id={id}
          rows={1}
          spellCheck={false}
          aria-label={onRename && `Value of ${name}`}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={sendOnEnter}
        />
      )}
      <button
        type="button"
        className="button quiet"
        onClick={onRemove}
        aria-label={`Take out ${name}`}
        title={`Take out ${name}`}
      >
        ✕
      </button>
      {children}
    </div>
  );
}

export function Add({ what, onAdd }: { what: string; onAdd: () => void }) {
  return (
    <button type="button" className="button quiet" onClick={onAdd}>
      Add a {what}
    </button>
  );
}

/** A value has no line breaks: Enter sends the form, as in any field of one line. */
function sendOnEnter(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** The list with one of its members replaced, or without it. */
export function withAt<T>(list: T[], index: number, next: T | undefined): T[] {
  return list.flatMap((each, at) => (at !== index ? [each] : next ? [next] : []));
}
