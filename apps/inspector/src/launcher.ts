/**
 * The launcher that started this process, and what is asked of it over the
 * channel between the two.
 */
import { isResetAnswer, type ResetRequest } from '@four-roles/runtime/reset-request';

export type Launcher = {
  /**
   * The roles back to the seeded state. Resolves when they are healthy again.
   *
   * @param onStopped called when none of them runs
   * @throws {Error} with a sentence, where they are not
   */
  resetRoles(onStopped: () => void): Promise<void>;
};

/** `undefined` where no launcher started this process. */
export function launcherOf(self: NodeJS.Process): Launcher | undefined {
  if (!self.send) return undefined;
  return {
    resetRoles: (onStopped) =>
      new Promise((resolve, reject) => {
        const hear = (answer: unknown) => {
          if (!isResetAnswer(answer)) return;
          if (answer.type === 'roles-stopped') return onStopped();
          self.off('message', hear);
          if (answer.type === 'reset-done') resolve();
          else reject(new Error(answer.reason));
        };
        self.on('message', hear);
        const request: ResetRequest = { type: 'reset' };
        self.send!(request);
      }),
  };
}
