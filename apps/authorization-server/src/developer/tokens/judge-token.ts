/**
 * POST /developer/tokens
 *
 * What is no token, or another person's, is said beside the field; what is
 * one's own is judged on the page that follows.
 */
import type { Handler } from 'hono';
import { readForm } from '../../request-body.ts';
import { judgeField, type Refusals } from '../error-summary.ts';
import type { ShownOnce } from '../shown-once.ts';
import type { FindOwnToken } from './own-token.ts';
import { askForToken } from './tokens-page.ts';

export function judgeToken(once: ShownOnce, findOwn: FindOwnToken): Handler {
  return async (c) => {
    const pasted = (await readForm(c)).get('token') ?? '';
    const token = tokenIn(pasted);
    const refusals: Refusals = new Map();
    const own = await judgeField(refusals, 'token', () => findOwn(c, token));
    if (!own) return askForToken(c, pasted, refusals);
    return once.showAt(c, '/developer/tokens', token);
  };
}

/** As people copy it: out of an Authorization header, or broken over several lines. */
function tokenIn(pasted: string): string {
  return pasted
    .replace(/^\s*(authorization:\s*)?(bearer\s+)?/i, '')
    .replaceAll(/\s/g, '');
}
