/**
 * Lists come in pages. The cursor says where the last page ended (and not how
 * many rows to skip), so nothing is shown twice or left out while rows are added.
 *
 *     GET /user/messages?limit=20&cursor=WzE3...
 *     { "messages": [...], "next_cursor": "WzE3..." }
 */
import { z } from 'zod';

/** The values that a list is ordered by, of the last row of a page. */
type Position = readonly [by: string | number, id: string];

/**
 * The parameters `limit` and `cursor`.
 *
 * @param by what the list is ordered by
 * @param start the position before the first row
 */
export function pageParameters<By extends z.ZodString | z.ZodNumber>(
  by: By,
  start: readonly [z.infer<By>, string],
) {
  const position = z.tuple([by, z.string()]);
  return {
    limit: z.coerce
      .number('it is not a number')
      .int('it is not a whole number')
      .min(1, 'it is less than 1')
      .max(100, 'it is more than 100')
      .default(20),
    cursor: z
      .string()
      .optional()
      .transform((cursor, context): [z.infer<By>, string] => {
        if (cursor === undefined) return [...start];
        const result = position.safeParse(decode(cursor));
        if (result.success) return result.data as [z.infer<By>, string];
        context.addIssue({
          code: 'custom',
          message: 'it is not a next_cursor of this list',
        });
        return z.NEVER;
      }),
  };
}

/**
 * @param rows one more than fits, where there are more
 * @param positionOf the position of a row
 */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): { rows: Row[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const more = rows.length > limit;
  return {
    rows: page,
    next_cursor: more ? encode(positionOf(page[limit - 1]!)) : null,
  };
}

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
