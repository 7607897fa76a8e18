/** What this is, the controls of the roles, and how the recording is looked at. */
import { useState } from 'react';
import { Controls } from './controls/controls.tsx';
import { useShortcuts } from './diagram/shortcuts.ts';
import { Help } from './help.tsx';
import { type Settings, useSettings } from './settings.tsx';
import { useRecording } from './store.ts';

const themes: Settings['theme'][] = ['system', 'light', 'dark'];
const themeNames = { system: 'Auto', light: 'Light', dark: 'Dark' };

/** @param atStart above the start page, which needs less */
export function TopBar({ atStart = false }: { atStart?: boolean }) {
  const { mode } = useRecording();
  const { settings, change } = useSettings();
  const [helping, setHelping] = useState(false);
  const { lens, presenter, table, masked, theme } = settings;
  const nextTheme = themes[(themes.indexOf(theme) + 1) % themes.length]!;

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
      <nav className="views" aria-label="How it is shown">
        {mode === 'live' && (
          <button
            type="button"
            className="button"
            aria-pressed={atStart}
            onClick={() => change({ startPage: atStart ? 'closed' : 'open' })}
          >
            {atStart ? 'To the diagram' : 'Start here'}
          </button>
        )}
        {!atStart && (
          <>
            <Toggle
              label="Browser's view"
              title="Only what the browser could see (l)"
              on={lens}
              set={(lens) => change({ lens })}
            />
            <Toggle
              label="Secrets"
              title="Show passwords, codes and tokens"
              on={!masked}
              set={(shown) => change({ masked: !shown })}
            />
            <Toggle
              label="Table"
              title="The same as a table (t)"
              on={table}
              set={(table) => change({ table })}
            />
            <Toggle
              label="Presenter"
              title="Large type for a wall (p)"
              on={presenter}
              set={(presenter) => change({ presenter })}
            />
          </>
        )}
        <button
          type="button"
          className="button quiet"
          title="Light or dark"
          onClick={() => change({ theme: nextTheme })}
        >
          <span className="unseen">Colours: </span>
          {themeNames[theme]}
        </button>
        <button type="button" className="button quiet" onClick={() => setHelping(true)}>
          Keys
        </button>
      </nav>
      {helping && <Help close={() => setHelping(false)} />}
    </header>
  );
}

type ToggleProps = {
  label: string;
  title: string;
  on: boolean;
  set(on: boolean): void;
};

function Toggle({ label, title, on, set }: ToggleProps) {
  return (
    <button
      type="button"
      className="button"
      title={title}
      aria-pressed={on}
      onClick={() => set(!on)}
    >
      {label}
    </button>
  );
}
