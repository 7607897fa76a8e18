/**
 * The viewer. It shows the recording that stands in the page itself, if there
 * is one; else what the inspector behind the page records.
 */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openRecording, watchLive } from './store.ts';
import './styles/colours.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/filters.css';
import './styles/help.css';
import './styles/diagram.css';
import './styles/rows.css';
import './styles/arrow.css';
import './styles/table.css';
import './styles/start.css';
import './styles/presenter.css';

/** Milliseconds until an inspector that does not answer is asked again. */
const patience = 2000;

function connect(): void {
  watchLive().catch(() => setTimeout(connect, patience));
}

const saved = document.getElementById('recording');
if (saved?.textContent) openRecording(JSON.parse(saved.textContent));
else connect();

createRoot(document.getElementById('app')!).render(<App />);
