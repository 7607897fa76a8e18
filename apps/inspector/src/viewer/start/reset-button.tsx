/** Everything that people and programs did is forgotten; asks first. */
import { useState } from 'react';
import { api } from '../api.ts';
import { attempt, say } from '../notice.tsx';

type Step = 'idle' | 'asking' | 'resetting';

export function ResetButton() {
  const [step, setStep] = useState<Step>('idle');
  const reset = async () => {
    setStep('resetting');
    if (await attempt(api.reset)) say('The roles are back in their seeded state.');
    setStep('idle');
  };
  if (step === 'asking') {
    return (
      <fieldset className="confirm">
        <legend>
          Forget all accounts' changes, grants, tokens and mail that was sent?
        </legend>
        <button type="button" className="button main large" onClick={reset}>
          Yes, reset
        </button>
        <button type="button" className="button large" onClick={() => setStep('idle')}>
          No
        </button>
      </fieldset>
    );
  }
  return (
    <button
      type="button"
      className="button large"
      disabled={step === 'resetting'}
      onClick={() => setStep('asking')}
    >
      {step === 'resetting' ? 'Resetting ...' : 'Reset to the seeded state'}
    </button>
  );
}
