/** A key set beside the one before it: which key is new, which is gone, which one signs. */
import { useRecording } from '../store.ts';
import { type KeyStanding, keySetChanges } from './key-set-changes.ts';
import { MessageLink } from './message-link.tsx';
import { useOpened } from './opened.ts';

const changes: Record<KeyStanding['change'], string> = {
  new: 'new',
  stays: 'was there before',
  gone: 'no longer published: what it signed is refused from now on',
  unknown: 'published',
};

export function KeySetView() {
  const { exchange, side } = useOpened();
  const { exchanges } = useRecording();
  const found = side === 'response' && keySetChanges(exchanges, exchange);
  if (!found) return null;
  const { before, keys } = found;
  return (
    <section className="what-changed" aria-labelledby="key-set-title">
      <h3 id="key-set-title">Which key signs?</h3>
      {before !== undefined && (
        <p>
          Beside the key set in <MessageLink id={before} side="response" />:
        </p>
      )}
      <ul>
        {keys.map((key) => (
          <li key={key.kid}>
            <code>{key.kid}</code>: {changes[key.change]}, <Signs standing={key} />
          </li>
        ))}
      </ul>
      <p className="soft">
        The set does not say which key signs: the kid of each token does.
      </p>
    </section>
  );
}

function Signs({ standing: { signed, signsNow } }: { standing: KeyStanding }) {
  if (signed === undefined) return <>no token of this recording is signed with it.</>;
  return (
    <>
      {signsNow ? <strong>it signs</strong> : 'it signed'}: the newest token is in{' '}
      <MessageLink id={signed} side="response" />.
    </>
  );
}
