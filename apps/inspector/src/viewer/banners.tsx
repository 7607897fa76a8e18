/** What somebody must know of the whole recording before they read it. */
import { attempt } from './notice.tsx';
import { closeMessage, isOfRun, useSelection } from './selection.ts';
import { useRecording, watchLive } from './store.ts';

export function Banners() {
  const { mode, connected, masked, state, byId, exchanges } = useRecording();
  const selection = useSelection();
  const otherRun = selection && !isOfRun(selection, state.run);
  const gone =
    selection && !otherRun && exchanges.length > 0 && !byId.has(selection.message);
  return (
    <div role="status">
      {mode === 'file' && (
        <p className="banner saved">
          A saved recording{masked ? ', without its secrets' : ', with its secrets'}.
          Nothing here is live.
          {!isSavedPage() && (
            <button type="button" className="button" onClick={() => attempt(watchLive)}>
              Watch live again
            </button>
          )}
        </p>
      )}
      {!connected && (
        <p className="banner">
          The connection is lost; trying again. Nothing is missed, unless{' '}
          <code>pnpm dev</code> has ended.
        </p>
      )}
      {otherRun && (
        <p className="banner">
          This link leads to message {selection.message} of another run. What is shown is
          a later one, and its messages are others.
          <button type="button" className="button" onClick={closeMessage}>
            All right
          </button>
        </p>
      )}
      {gone && (
        <p className="banner">
          Message {selection.message} is not kept any more.
          <button type="button" className="button" onClick={closeMessage}>
            All right
          </button>
        </p>
      )}
    </div>
  );
}

function isSavedPage(): boolean {
  return Boolean(document.getElementById('recording')?.textContent);
}
