/** The keys, and how to read the diagram. */
import { useEffect, useRef } from 'react';

const keys: [keys: string[], does: string][] = [
  [['↑', '↓', 'j', 'k'], 'the message before, the message after'],
  [['Enter'], 'open the message; fold or unfold a flow'],
  [['Esc'], 'close the message'],
  [['Space', '→'], 'let the held message go'],
  [['f'], 'fold or unfold the flow'],
  [['l'], 'only what the browser could see'],
  [['t'], 'the same as a table'],
  [['p'], 'presenter view'],
  [['?'], 'this'],
];

export function Help({ close }: { close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">How to read it</h2>
      <ul className="legend">
        <li>
          <span className="sample front" /> Front channel: through the browser of the
          resource owner, who can read and change all of it.
        </li>
        <li>
          <span className="sample back" /> Back channel: from server to server. The
          browser sees nothing of it.
        </li>
        <li>
          A filled arrow head is a request, an open one is its answer. The bar on a lane
          says how long a role was busy with it.
        </li>
      </ul>
      <h2>Keys</h2>
      <dl className="keys">
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button main">
          Close
        </button>
      </form>
    </dialog>
  );
}
