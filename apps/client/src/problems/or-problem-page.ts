/**
 * How a route handler fails: the details are kept here, and the browser goes
 * to a page without the code or the state in its address. A page reached by a
 * redirect can be reloaded, and nothing on it can hand the code on.
 */
import type { Verdict } from '@four-roles/protocol/rule';
import { origin } from '../config.ts';
import { inLab, withTrace } from '../lab.ts';
import { browserIdOf, keepBrowserId } from '../session/cookies.ts';
import { keepProblem } from '../storage/problems.ts';
import { inTraceOf } from '../trace.ts';
import { problemOf } from './problem.ts';

export async function orProblemPage(
  request: Request,
  work: () => Promise<Response>,
): Promise<Response> {
  const verdicts: Verdict[] = [];
  const response = await inTraceOf(request.headers, () =>
    inLab(work, verdicts).catch((error) => toProblemPage(request, error)),
  );
  return withTrace(response, verdicts);
}

async function toProblemPage(request: Request, error: unknown): Promise<Response> {
  const browserId = browserIdOf(request);
  const id = await keepProblem(problemOf(error), browserId);
  return seeOther(`${origin}/problem/${id}`, keepBrowserId(browserId));
}

/** 303: the browser goes on with GET, whatever it came with. */
export function seeOther(address: string, ...cookies: string[]): Response {
  const headers = new Headers({ Location: address, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
