import { exercises } from './exercises.ts';
import { useExercise } from './use-exercise.ts';

/** The exercises, each with the button that prepares it. */
export function Lesson() {
  const begin = useExercise();
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
              onClick={() => begin(at + 1)}
            >
              {exercise.button}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
