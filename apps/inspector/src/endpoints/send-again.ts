/**
 * POST /api/exchanges/:id/send-again
 *
 * Send a recorded request once more, changed where the body says how: to the
 * role that had it, through the wiretap like any other. Answered with the
 * exchange that it became, as soon as that has begun.
 *
 *     { "request": { "body": "grant_type=authorization_code&code=..." } }
 *
 *     HTTP/1.1 202 Accepted
 *     Content-Type: application/json
 *
 *     { "exchange": 17 }
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Handler } from 'hono';
import { z } from 'zod';
import { editedRequest } from '../message-edits.ts';
import type { Body, RecordedRequest } from '../recording/exchange.ts';
import type { LiveRecording } from '../recording/recording.ts';
import { bodyOf, pathNumber } from '../request-input.ts';
import { type RequestOfOurs, sendThroughWiretap } from '../send-to-role.ts';
import { withoutCompression } from '../wiretap/edited-message.ts';
import { recordedExchange } from './exchange.ts';

const change = z.strictObject({ request: editedRequest.optional() });

type Edit = NonNullable<z.infer<typeof change>['request']>;

export function sendAgain(recording: LiveRecording): Handler {
  return async (c) => {
    const id = pathNumber(c, 'id');
    const { request: edit = {} } = await bodyOf(c, change);
    const { to, request } = recordedExchange(recording, id);
    const message = edited(request, edit);
    const begun = Promise.withResolvers<number>();
    const { closed } = await sendThroughWiretap(recording.origins[to], message, (port) =>
      begun.resolve(recording.expectFrom(port, id)),
    );
    const exchange = await Promise.race([begun.promise, closed.then(notTaken)]);
    return c.json({ exchange }, 202);
  };
}

/** Then nothing of it was recorded, and there is nothing to wait for. */
function notTaken(): never {
  throw new OAuthError(
    'invalid_request',
    'The wiretap refused it before it was a request: its head may be longer than 64 KB.',
  );
}

/** What was recorded is decompressed: it is sent as it can be read. */
function edited({ body, ...recorded }: RecordedRequest, edit: Edit): RequestOfOurs {
  const { method, target, headers } = { ...recorded, ...edit };
  return {
    method,
    target,
    headers: withoutCompression(headers),
    body: edit.body === undefined ? bytesOf(body) : Buffer.from(edit.body),
  };
}

/** @throws {OAuthError} `invalid_request` where only its beginning is known */
function bytesOf({ text, encoding, cut }: Body): Buffer {
  if (!cut) return Buffer.from(text, encoding);
  throw new OAuthError(
    'invalid_request',
    'Only the beginning of this body was kept: it cannot be sent again as it was.',
  );
}
