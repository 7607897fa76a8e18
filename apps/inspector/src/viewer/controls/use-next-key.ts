/** Lets the next message go with a key, while one is held. */
import { useEffect, useRef } from 'react';
import { api } from '../api.ts';
import { attempt } from '../notice.tsx';
import { isNextKey, readKey } from './next-key.ts';

/**
 * @param isHeld there is something to let go
 * @param isExpected something will be held soon: the key does nothing until then,
 *   and above all does not press the switch that was clicked before
 */
export function useNextKey(isHeld: boolean, isExpected: boolean): void {
  const now = useRef({ isHeld, isExpected });
  now.current = { isHeld, isExpected };
  useEffect(() => {
    // Not :focus-visible, which comes to hold as soon as a key is pressed.
    let clicked: EventTarget | null = null;
    const point = (event: PointerEvent) => {
      clicked = event.target;
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Tab') clicked = null;
      const focused = document.activeElement;
      const wasClicked = clicked instanceof Node && focused?.contains(clicked) === true;
      if (!now.current.isHeld && !now.current.isExpected) return;
      if (!isNextKey(readKey(event, wasClicked))) return;
      event.preventDefault();
      const isPress = event.type === 'keydown' && !event.repeat;
      if (isPress && now.current.isHeld) attempt(api.next);
    };
    document.addEventListener('pointerdown', point);
    document.addEventListener('keydown', press);
    // A button is pressed when space comes up again.
    document.addEventListener('keyup', press);
    return () => {
      document.removeEventListener('pointerdown', point);
      document.removeEventListener('keydown', press);
      document.removeEventListener('keyup', press);
    };
  }, []);
}
