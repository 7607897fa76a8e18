import { attempt } from '../notice.tsx';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { type Exercise, exercises } from './exercises.ts';

/** The exercises, each with the button that prepares it. */
export function Lesson() {
  const recording = useRecording();
  const { change } = useSettings();
  const begin = (exercise: Exercise, number: number) => {
    change({ exercise: number, person: undefined, startPage: 'closed' });
    attempt(() => exercise.prepare(recording));
  };
  return (
    <section className="lesson" aria-labelledby="lesson-title">
      <h2 id="lesson-title">A lesson of an hour</h2>
      <ol>
        {exercises.map((exercise, at) => (
          <li key={exercise.title}>
            <h3>{exercise.title}</h3>
            <p>{exercise.says}</p>
            <button
              type="button"
              className="button"
              aria-label={`${exercise.title}: ${exercise.button}`}
              onClick={() => begin(exercise, at + 1)}
            >
              {exercise.button}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
