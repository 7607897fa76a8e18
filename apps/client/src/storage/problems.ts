/**
 * What went wrong, kept for the page that tells it to the same browser.
 */
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import { and, eq, gt } from 'drizzle-orm';
import { clock } from '../config.ts';
import type { Problem } from '../problems/problem.ts';
import { database } from './database.ts';
import { keepNewest } from './keep-newest.ts';
import { problems } from './schema.ts';

/** Milliseconds. */
const anHour = 60 * 60 * 1000;

/** @returns the name under which that browser can look it up */
export async function keepProblem(problem: Problem, browserId: string): Promise<string> {
  const id = randomValue();
  const browser_hash = sha256(browserId);
  database()
    .insert(problems)
    .values({
      id_hash: sha256(id),
      browser_hash,
      problem: JSON.stringify(problem),
      expires_at: clock.now() + anHour,
    })
    .run();
  await keepNewest(problems, browser_hash);
  return id;
}

export async function findProblem(
  id: string,
  browserId: string,
): Promise<Problem | undefined> {
  const row = database()
    .select()
    .from(problems)
    .where(
      and(
        eq(problems.id_hash, sha256(id)),
        eq(problems.browser_hash, sha256(browserId)),
        gt(problems.expires_at, clock.now()),
      ),
    )
    .get();
  return row && JSON.parse(row.problem);
}
