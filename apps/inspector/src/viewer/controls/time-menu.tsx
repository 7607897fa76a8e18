/** What time it is for the roles, and a way to move it. */

import { useState } from 'react';
import type { ControlState } from '../../recording/exchange.ts';
import { api } from '../api.ts';
import { clockTime } from '../clock-time.ts';
import { duration } from '../duration.ts';
import { attempt } from '../notice.tsx';
import { timeSteps } from './lifetimes.ts';
import { Menu } from './menu.tsx';
import { useNow } from './use-now.ts';

type Clock = ControlState['clock'];

export function TimeMenu({ clock }: { clock: Clock }) {
  const now = useNow();
  const rolesNow = new Date(clock.standsAt ?? now + clock.movedBy);
  const movedBy = (clock.standsAt ?? now + clock.movedBy) - now;
  const moved = Math.abs(movedBy) >= 1000;
  return (
    <Menu
      label={
        <>
          Time <span className="clock">{clockTime(rolesNow.getTime())}</span>
          {clock.standsAt !== undefined && ' stands still'}
        </>
      }
    >
      <p>
        For the roles it is {rolesNow.toLocaleString()}
        {moved && `, ${duration(Math.abs(movedBy))} ${movedBy > 0 ? 'ahead' : 'behind'}`}.
      </p>
      <ul>
        {timeSteps.map(({ seconds, name, expires }) => (
          <li key={seconds}>
            <button
              type="button"
              className="button"
              onClick={() => attempt(() => api.advanceClock(seconds))}
            >
              {name} on
            </button>{' '}
            {expires}
          </li>
        ))}
      </ul>
      <OwnSeconds />
      <button
        type="button"
        className="button"
        disabled={!moved}
        onClick={() => attempt(api.clockBackToNow)}
      >
        Back to now
      </button>
    </Menu>
  );
}

function OwnSeconds() {
  const [seconds, setSeconds] = useState(30);
  return (
    <form
      className="own-seconds"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(() => api.advanceClock(seconds));
      }}
    >
      <label>
        Seconds{' '}
        <input
          className="field"
          type="number"
          min="1"
          required
          value={seconds || ''}
          onChange={({ target }) => setSeconds(target.valueAsNumber)}
        />
      </label>{' '}
      <button type="submit" className="button">
        Move on
      </button>
    </form>
  );
}
