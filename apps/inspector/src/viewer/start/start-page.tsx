/** The first screen: what this is, and buttons that start things. */
import { api } from '../api.ts';
import { attempt, say } from '../notice.tsx';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { openBeside } from './beside.ts';
import { Credentials } from './credentials.tsx';
import { Lesson } from './lesson.tsx';
import { ResetButton } from './reset-button.tsx';

export function StartPage() {
  const { setup } = useRecording();
  const { change } = useSettings();
  const { client, 'authorization-server': accounts } = setup.origins;

  const signIn = (person: string) => {
    attempt(() => openBeside(`${client}/login`));
    change({ person, startPage: 'closed' });
  };
  const runWorker = async () => {
    if (!(await attempt(api.runWorker))) return;
    change({ startPage: 'closed' });
    say('Nightly was told to run.');
  };
  return (
    <main className="start">
      <div className="start-first">
        <h2>Watch OAuth happen</h2>
        <p className="lead">
          Every message between the browser, the client and Acorn's two servers passes
          through here, and is drawn on one diagram while it passes. Open one to read what
          each part of it is for; hold it in the wire, change it, and see which rule
          refuses it. Nothing leaves this machine, and nothing is kept unless you save it.
        </p>
        <div className="start-buttons">
          <button
            type="button"
            className="button main large"
            onClick={() => attempt(() => openBeside(`${client}/`))}
          >
            Open the client beside this window
          </button>
          <button
            type="button"
            className="button large"
            onClick={() => attempt(() => openBeside(`${accounts}/developer`))}
          >
            Open Acorn's developer console
          </button>
          <button type="button" className="button large" onClick={runWorker}>
            Run the worker now
          </button>
          <ResetButton />
        </div>
        <h3>People with an account at Acorn</h3>
        <ul className="people">
          {setup.people.map((person) => (
            <li key={person.username}>
              <button
                type="button"
                className="button large"
                onClick={() => signIn(person.username)}
              >
                Sign in as {person.name}
              </button>
              <Credentials person={person} />
            </li>
          ))}
        </ul>
      </div>
      <Lesson />
    </main>
  );
}
