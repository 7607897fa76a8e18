/** One request before the load begins, to see that the answer is what it should be. */
import type { RunningServer } from './running-server.ts';

/** @throws Error with the answer, where its status is not 200 */
export async function ask(
  server: RunningServer,
  request: {
    path: string;
    method?: string;
    headers: Record<string, string>;
    body?: string;
  },
): Promise<Record<string, unknown>> {
  const { path, ...init } = request;
  const response = await fetch(`http://${server.host}${path}`, {
    ...init,
    redirect: 'manual',
  });
  const body = await response.text();
  if (response.status !== 200) {
    throw new Error(
      `${init.method ?? 'GET'} ${path} answered ${response.status}: ${body}`,
    );
  }
  return JSON.parse(body);
}
