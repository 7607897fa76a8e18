/** The bar that is always at hand while roles run: step mode, time, exports. */
import './controls.css';
import { useRecording } from '../store.ts';
import { ExportsMenu } from './exports-menu.tsx';
import { HeldQueue } from './held-queue.tsx';
import { StepMode } from './step-mode.tsx';
import { TimeMenu } from './time-menu.tsx';

export function Controls() {
  const { state, byId } = useRecording();
  return (
    <section className="controls" aria-label="Step mode, time and exports">
      <div className="controls-bar">
        <StepMode step={state.step} isHeld={state.held.length > 0} />
        <TimeMenu clock={state.clock} />
        <ExportsMenu flows={state.flows} />
      </div>
      <HeldQueue held={state.held} byId={byId} clock={state.clock} />
    </section>
  );
}
