/** An exercise begins: it is prepared, and what it says stands beside the diagram. */
import { attempt } from '../notice.tsx';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { exercises } from './exercises.ts';

/** @returns begins the exercise with this number: 1, 2, 3 ... */
export function useExercise(): (number: number) => void {
  const recording = useRecording();
  const { change } = useSettings();
  return (number) => {
    const { person, prepare } = exercises[number - 1]!;
    // The lens of the exercise before would blank what this one is about.
    change({ exercise: number, person, lens: false, startPage: 'closed' });
    attempt(() => prepare(recording));
  };
}
