/** Beside the diagram, until it is closed: the exercise, and how a person signs in. */
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { Credentials } from './credentials.tsx';
import { exercises } from './exercises.ts';
import { useExercise } from './use-exercise.ts';

export function Dock() {
  const recording = useRecording();
  const begin = useExercise();
  const { settings, change } = useSettings();
  const { exercise: number, person: username } = settings;
  const exercise = number === undefined ? undefined : exercises[number - 1];
  const person = recording.setup.people.find((one) => one.username === username);
  if (!exercise && !person) return null;

  const next = number === undefined ? undefined : exercises[number];
  return (
    <section className="dock" aria-label="What to do">
      {exercise && (
        <div className="dock-part exercise">
          <p>
            <strong>
              {number}. {exercise.title}.
            </strong>{' '}
            {exercise.says}
          </p>
          {next && (
            <button type="button" className="button" onClick={() => begin(number! + 1)}>
              Next: {next.title}
            </button>
          )}
        </div>
      )}
      {person && (
        <div className="dock-part">
          <p>
            <strong>{person.name}</strong> signs in at Acorn with
          </p>
          <Credentials person={person} />
        </div>
      )}
      <button
        type="button"
        className="button quiet"
        onClick={() => change({ exercise: undefined, person: undefined })}
      >
        <span className="unseen">Close what to do</span>
        <span aria-hidden="true">✕</span>
      </button>
    </section>
  );
}
