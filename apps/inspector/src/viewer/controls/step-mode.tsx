/** Hold each message, or those of some kinds; and let the held ones go. */
import { startTransition, useOptimistic } from 'react';
import { messageKinds } from '../../explain/name-message.ts';
import type { ControlState } from '../../recording/exchange.ts';
import { api } from '../api.ts';
import { attempt } from '../notice.tsx';
import { Menu } from './menu.tsx';
import { useNextKey } from './use-next-key.ts';

type Step = ControlState['step'];

const holds: Record<Step['only'], string> = {
  everything: 'everything',
  people: 'what people start',
  worker: 'what the worker starts',
};

export function StepMode({ step, isHeld }: { step: Step; isHeld: boolean }) {
  useNextKey(isHeld, step.on);
  return (
    <>
      <button
        type="button"
        role="switch"
        className="button switch"
        aria-checked={step.on}
        onClick={() => attempt(() => api.step({ on: !step.on }))}
      >
        Step mode
      </button>
      <label>
        Hold{' '}
        <select
          className="field"
          value={step.only}
          onChange={({ target }) =>
            attempt(() => api.step({ only: target.value as Step['only'] }))
          }
        >
          {Object.entries(holds).map(([only, name]) => (
            <option key={only} value={only}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Breakpoints chosen={step.breakpoints} />
      <button
        type="button"
        className="button main"
        disabled={!isHeld}
        aria-keyshortcuts="Space ArrowRight"
        onClick={() => attempt(api.next)}
      >
        Next <kbd>space</kbd>
      </button>
      <button
        type="button"
        className="button"
        disabled={!isHeld && !step.on}
        onClick={() => attempt(api.run)}
      >
        Run to the end
      </button>
    </>
  );
}

function Breakpoints({ chosen }: { chosen: string[] }) {
  // What was clicked shows at once: the next click may come before the inspector's answer.
  const [shown, show] = useOptimistic(chosen);
  const choose = (breakpoints: string[]) =>
    startTransition(async () => {
      show(breakpoints);
      await attempt(() => api.step({ breakpoints }));
    });
  const toggle = (kind: string) => {
    const without = shown.filter((each) => each !== kind);
    choose(without.length < shown.length ? without : [...shown, kind]);
  };
  return (
    <Menu label={shown.length > 0 ? `Breakpoints: ${shown.length}` : 'Breakpoints'}>
      <fieldset className="breakpoints">
        <legend>Hold these kinds of message, in step mode or not</legend>
        {messageKinds.map(({ kind, name }) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={shown.includes(kind)}
              onChange={() => toggle(kind)}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="button"
        disabled={shown.length === 0}
        onClick={() => choose([])}
      >
        Remove all
      </button>
    </Menu>
  );
}
