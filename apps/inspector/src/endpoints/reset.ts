/**
 * POST /api/reset
 *
 * Everything back to the beginning: the roles to the seeded state, which is the
 * launcher's work, the clocks to now, nothing held, nothing recorded. Answered
 * when the roles are healthy again.
 *
 *     HTTP/1.1 200 OK
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Handler } from 'hono';
import type { Launcher } from '../launcher.ts';
import type { LiveRecording } from '../recording/recording.ts';

/** @param launcher missing where nobody started the roles together with the inspector */
export function reset(recording: LiveRecording, launcher: Launcher | undefined): Handler {
  let underway: Promise<void> | undefined;

  async function resetOnce(withHelp: Launcher): Promise<void> {
    recording.step({ on: false, only: 'everything', breakpoints: [] });
    recording.run();
    recording.clockBackToNow();
    await withHelp.resetRoles(recording.beginAnew);
  }

  return async (c) => {
    if (!launcher) {
      throw new OAuthError(
        'temporarily_unavailable',
        'The roles were not started by the launcher: stop them and run pnpm reset.',
      );
    }
    underway ??= resetOnce(launcher).finally(() => {
      underway = undefined;
    });
    await underway.catch((error: Error) => {
      throw new OAuthError('bad_gateway', error.message);
    });
    return c.json({});
  };
}
