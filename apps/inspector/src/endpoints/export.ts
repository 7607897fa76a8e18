/**
 * GET /api/export/:format
 *
 * The recording as a file: `har`, `markdown`, `mermaid`, or `page`, which is
 * the viewer with the recording in it. `?flow=3` takes one flow of it; secrets
 * are masked unless `?secrets=shown` says otherwise.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: application/json
 *     Content-Disposition: attachment; filename="four-roles.har"
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Handler } from 'hono';
import { z } from 'zod';
import { toHar } from '../exports/har.ts';
import { toMarkdown } from '../exports/markdown.ts';
import { maskRecording } from '../exports/mask.ts';
import { toMermaid } from '../exports/mermaid.ts';
import { toPage } from '../exports/page.ts';
import type { KeySet, Recording } from '../recording/exchange.ts';
import type { LiveRecording } from '../recording/recording.ts';
import { parsed } from '../request-input.ts';
import type { Viewer } from '../viewer-build.ts';

type Format = {
  type: string;
  extension: string;
  write(recording: Recording, viewer: Viewer): string | Promise<string>;
};

const formats = new Map<string, Format>(
  Object.entries({
    har: {
      type: 'application/json',
      extension: 'har',
      write: (recording) => JSON.stringify(toHar(recording), null, 2),
    },
    markdown: {
      type: 'text/markdown; charset=utf-8',
      extension: 'md',
      write: toMarkdown,
    },
    mermaid: {
      type: 'text/vnd.mermaid; charset=utf-8',
      extension: 'mmd',
      write: ({ exchanges }) => toMermaid(exchanges),
    },
    page: {
      type: 'text/html; charset=utf-8',
      extension: 'html',
      write: (recording, viewer) => toPage({ recording, ...viewer }),
    },
  }),
);

const known = [...formats.keys()].join(', ');

const query = z.object({
  flow: z.coerce.number('it is not a number').int().min(1).optional(),
  secrets: z.literal('shown', 'it can only be shown').optional(),
});

/** @param fetchKeys the key set goes along, where it can be had: tokens are verified with it later */
export function exported(
  recording: LiveRecording,
  viewer: Viewer,
  fetchKeys: () => Promise<KeySet>,
): Handler {
  return async (c) => {
    // 1. What is asked for?
    const format = formats.get(c.req.param('format') ?? '');
    if (!format) throw new OAuthError('not_found', `It can be ${known}.`);
    const { flow, secrets } = parsed(query, c.req.query(), 'query');
    const recorded = recording.toRecording(flow);
    if (flow !== undefined && recorded.flows.length === 0) {
      throw new OAuthError('not_found', `There is no flow ${flow} in this recording.`);
    }

    // 2. Secrets leave only on purpose, those too that only another flow calls by name.
    const keySet = await fetchKeys().catch(() => undefined);
    const whole = { ...recorded, ...(keySet && { keys: keySet }) };
    const all = recording.toRecording().exchanges;
    const chosen = secrets === 'shown' ? whole : maskRecording(whole, all);

    // 3. A file.
    const name = flow === undefined ? 'four-roles' : `four-roles-flow-${flow}`;
    c.header('Content-Disposition', `attachment; filename="${name}.${format.extension}"`);
    const file = await format.write(chosen, viewer);
    return c.body(file, 200, { 'Content-Type': format.type });
  };
}
