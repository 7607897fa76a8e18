/** One sentence at the foot of the page, read aloud too: something was done, or failed. */
import { useEffect, useSyncExternalStore } from 'react';

let sentence = '';
const listeners = new Set<() => void>();

/** Milliseconds. */
const shownFor = 8000;

export function say(text: string): void {
  sentence = text;
  for (const listener of listeners) listener();
}

/** Do it, and say what went wrong if it fails. @returns whether it went well */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return false;
  }
}

export function Notice() {
  const text = useSyncExternalStore(subscribe, () => sentence);
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => say(''), shownFor);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="notice" role="status">
      {text && <p>{text}</p>}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
