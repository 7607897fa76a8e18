/** The page: what is above, the diagram, and the message that is open. */
import { Controls } from './controls/controls.tsx';
import { OpenedMessage } from './message/opened-message.tsx';
import { Notice } from './notice.tsx';
import { useSelection } from './selection.ts';
import { SettingsProvider } from './settings.tsx';
import { useRecordingOrNothing } from './store.ts';

export function App() {
  return (
    <SettingsProvider>
      <Page />
      <Notice />
    </SettingsProvider>
  );
}

function Page() {
  const recording = useRecordingOrNothing();
  const selection = useSelection();
  const exchange = selection && recording?.byId.get(selection.message);
  if (!recording) return <p>Connecting to the inspector.</p>;
  return (
    <>
      <header>{recording.mode === 'live' && <Controls />}</header>
      <main>
        {exchange && <OpenedMessage exchange={exchange} side={selection.side} />}
      </main>
    </>
  );
}
