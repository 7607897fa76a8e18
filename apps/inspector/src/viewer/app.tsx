/** The page: what is above, the diagram or the start page, the message that is open. */
import { useEffect } from 'react';
import { Banners } from './banners.tsx';
import { Timeline } from './diagram/timeline.tsx';
import { Notice } from './notice.tsx';
import { OpenedPanel } from './opened-panel.tsx';
import { CurrentMessage } from './presenter/current-message.tsx';
import { isOfRun, useSelection } from './selection.ts';
import { SettingsProvider, useSettings } from './settings.tsx';
import { Dock } from './start/dock.tsx';
import { StartPage } from './start/start-page.tsx';
import { useRecordingOrNothing } from './store.ts';
import { TopBar } from './top-bar.tsx';
import type { Viewed } from './viewed.ts';

export function App() {
  const recording = useRecordingOrNothing();
  if (!recording) {
    return (
      <main className="connecting">
        <p role="status">Connecting to the inspector ...</p>
      </main>
    );
  }
  return (
    <SettingsProvider>
      <Page recording={recording} />
      <Notice />
    </SettingsProvider>
  );
}

function Page({ recording }: { recording: Viewed }) {
  const { settings } = useSettings();
  const selection = useSelection();
  useAppearance();

  const exchange =
    selection && isOfRun(selection, recording.state.run)
      ? recording.byId.get(selection.message)
      : undefined;
  const panel = exchange && (!settings.presenter || settings.details);
  const starting =
    settings.startPage === 'auto' && !selection && nobodyCameYet(recording);
  if (starting || settings.startPage === 'open') {
    return (
      <div className="page">
        <TopBar atStart />
        <Banners />
        <StartPage />
      </div>
    );
  }
  return (
    <div className="page">
      <button type="button" className="skip" onClick={toMessages}>
        Skip to the messages
      </button>
      <TopBar />
      <Banners />
      <main className="desk">
        <Timeline />
        {panel && <OpenedPanel exchange={exchange} side={selection!.side} />}
      </main>
      {settings.presenter && !panel && <CurrentMessage />}
      {!settings.presenter && <Dock />}
    </div>
  );
}

/** A link would take the place of the message in the address. */
function toMessages(): void {
  document.getElementById('messages')?.focus();
}

/** The worker runs by itself; the lesson begins with a person. */
function nobodyCameYet({ mode, exchanges }: Viewed): boolean {
  return (
    mode === 'live' && !exchanges.some(({ from, noise }) => from === 'browser' && !noise)
  );
}

/** What the style sheets want to know. */
function useAppearance(): void {
  const { theme, presenter } = useSettings().settings;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    if (presenter) dataset.presenter = '';
    else delete dataset.presenter;
  }, [theme, presenter]);
}
