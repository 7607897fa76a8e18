/**
 * The viewer. It shows the recording that stands in the page itself, if there
 * is one; else what the inspector behind the page records.
 */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { say } from './notice.tsx';
import { openRecording, watchLive } from './store.ts';
import './styles/colours.css';
import './styles/base.css';
import './styles/parts.css';

const saved = document.getElementById('recording');
if (saved?.textContent) openRecording(JSON.parse(saved.textContent));
else watchLive().catch((error: Error) => say(error.message));

createRoot(document.getElementById('app')!).render(<App />);
