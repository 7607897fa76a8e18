/** Space or the right arrow lets the next message go, unless the key means something else there. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented'
> & {
  /** Of the element that has the focus; `undefined` for the page as a whole. */
  on?: { tag: string; role?: string; editable?: boolean };
};

/** Where space presses, folds or scrolls something already. */
const pressable = ['BUTTON', 'A', 'SUMMARY'];
const fields = ['INPUT', 'SELECT', 'TEXTAREA'];
/** Where an arrow goes to the next one already. */
const arrowRoles = ['tab', 'radio', 'option', 'slider'];

export function isNextKey(pressed: PressedKey): boolean {
  const { key, on } = pressed;
  if (pressed.defaultPrevented || (key !== ' ' && key !== 'ArrowRight')) return false;
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) {
    return false;
  }
  if (!on) return true;
  if (on.editable || fields.includes(on.tag)) return false;
  return key === 'ArrowRight'
    ? !arrowRoles.includes(on.role ?? '')
    : !pressable.includes(on.tag) && on.role !== 'button';
}

/**
 * @param wasClicked the focus came by the mouse: a button keeps it, and nobody
 *   means to press that again with the next space
 */
export function readKey(event: KeyboardEvent, wasClicked: boolean): PressedKey {
  const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, target } = event;
  const pressed = { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented };
  if (!(target instanceof HTMLElement) || target === document.body) return pressed;
  // In the form that changes a message, nobody wants it to go on meanwhile.
  const editable = target.isContentEditable || target.closest('form') !== null;
  if (wasClicked && !editable) return pressed;
  const role = target.getAttribute('role') ?? undefined;
  return { ...pressed, on: { tag: target.tagName, editable, ...(role && { role }) } };
}
