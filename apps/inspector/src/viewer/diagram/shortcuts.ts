/** The keys of the whole page. Nothing happens while somebody types. */
import { useEffect, useRef } from 'react';

/** What a key does, by `KeyboardEvent.key`. */
export type Shortcuts = Record<string, (() => void) | undefined>;

/** These mean something else to whatever has the focus, if that is not the diagram. */
const keysOfTheFocused = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
]);

export function useShortcuts(shortcuts: Shortcuts): void {
  const now = useRef(shortcuts);
  now.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key, defaultPrevented } = event;
      const action = Object.hasOwn(now.current, key) ? now.current[key] : undefined;
      if (!action || defaultPrevented || isModified(event) || isTyping(target)) return;
      if (keysOfTheFocused.has(key) && !isDiagram(target)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isModified({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

function isTyping(target: EventTarget | null): boolean {
  const places = 'input, select, textarea, [contenteditable], dialog';
  return target instanceof Element && target.closest(places) !== null;
}

function isDiagram(target: EventTarget | null): boolean {
  return (
    target === document.body ||
    (target instanceof Element && target.closest('[role="tree"]') !== null)
  );
}
