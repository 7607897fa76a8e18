/** What is around the fields of a message: what differs so far, and the buttons. */
import './edit.css';
import type { ReactNode } from 'react';
import type { EditedRequest, EditedResponse } from '../../recording/exchange.ts';

/** Does a value stay covered until somebody asks to see it? */
export type IsCovered = (value: string) => boolean;

type Props = {
  changes: EditedRequest | EditedResponse;
  button: string;
  onSend: () => void;
  onCancel: () => void;
  children: ReactNode;
};

const names: Record<keyof (EditedRequest & EditedResponse), string> = {
  method: 'the method',
  target: 'the address',
  status: 'the status',
  headers: 'the headers',
  body: 'the body',
};

export function EditFrame({ changes, button, onSend, onCancel, children }: Props) {
  const changed = Object.keys(changes).map((key) => names[key as keyof typeof names]);
  return (
    <form
      className="edit"
      aria-label="Change the message"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <p className="edit-buttons">
        <button type="submit" className="button main" disabled={changed.length === 0}>
          {button}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Leave it as it is
        </button>
        <span role="status">
          {changed.length > 0
            ? `You changed ${changed.join(', ')}.`
            : 'You changed nothing yet.'}
        </span>
      </p>
    </form>
  );
}
