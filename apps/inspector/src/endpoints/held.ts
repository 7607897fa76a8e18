/**
 * POST /api/held/:exchange/request/release, POST /api/held/:exchange/response/release
 *
 * One held message goes on, changed where the body says how.
 *
 *     { "request": { "target": "/callback?code=...&state=another" } }
 *
 *     HTTP/1.1 200 OK
 *
 * POST /api/held/:exchange/request/drop, POST /api/held/:exchange/response/drop
 *
 * It goes nowhere: the wiretap hangs up on whoever waits for it.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Handler } from 'hono';
import { z } from 'zod';
import { editedRequest, editedResponse } from '../message-edits.ts';
import type { Side } from '../recording/exchange.ts';
import type { LiveRecording } from '../recording/recording.ts';
import { bodyOf, pathNumber } from '../request-input.ts';

const requestChange = z.strictObject({ request: editedRequest.optional() });
const responseChange = z.strictObject({ response: editedResponse.optional() });

export function releaseRequest(recording: LiveRecording): Handler {
  return async (c) => {
    const id = pathNumber(c, 'exchange');
    const { request } = await bodyOf(c, requestChange);
    wasHeld(recording.release(id, 'request', request), id);
    return c.json({});
  };
}

export function releaseResponse(recording: LiveRecording): Handler {
  return async (c) => {
    const id = pathNumber(c, 'exchange');
    const { response } = await bodyOf(c, responseChange);
    wasHeld(recording.release(id, 'response', response), id);
    return c.json({});
  };
}

export function drop(recording: LiveRecording, side: Side): Handler {
  return (c) => {
    const id = pathNumber(c, 'exchange');
    wasHeld(recording.drop(id, side), id);
    return c.json({});
  };
}

function wasHeld(held: boolean, id: number): void {
  if (held) return;
  throw new OAuthError('not_found', `This message of exchange ${id} is not held.`);
}
