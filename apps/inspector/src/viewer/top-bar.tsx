/** What this is, the controls of the roles, and how the recording is looked at. */
import { useState } from 'react';
import { Controls } from './controls/controls.tsx';
import { useShortcuts } from './diagram/shortcuts.ts';
import { Filters } from './filters.tsx';
import { Help } from './help.tsx';
import { useSettings } from './settings.tsx';
import { useRecording } from './store.ts';
import { ThemeButton } from './theme-button.tsx';
import { Views } from './views.tsx';

/** @param atStart above the start page, which needs less */
export function TopBar({ atStart = false }: { atStart?: boolean }) {
  const { mode } = useRecording();
  const { settings, change } = useSettings();
  const [helping, setHelping] = useState(false);
  const { lens, presenter, table } = settings;

  useShortcuts({
    l: () => change({ lens: !lens }),
    p: () => change({ presenter: !presenter, startPage: 'closed' }),
    t: () => change({ table: !table }),
    '?': () => setHelping(true),
  });

  return (
    <header className="top-bar">
      <div className="brand">
        <h1>Four Roles</h1>
        <p>every message between them</p>
      </div>
      {mode === 'live' && !atStart && <Controls />}
      <div className="toolbar">
        {mode === 'live' && !presenter && (
          <button
            type="button"
            className="button"
            onClick={() => change({ startPage: atStart ? 'closed' : 'open' })}
          >
            {atStart ? 'To the diagram' : 'Start here'}
          </button>
        )}
        {!atStart && !presenter && <Filters />}
        {!atStart && <Views />}
        {!presenter && <ThemeButton />}
        {!presenter && (
          <button type="button" className="button quiet" onClick={() => setHelping(true)}>
            Help
          </button>
        )}
      </div>
      {helping && <Help close={() => setHelping(false)} />}
    </header>
  );
}
