/**
 * A browser as far as these tests need one: it keeps cookies and follows
 * nothing by itself.
 */
import { randomValue } from '@four-roles/protocol/random-value';
import { acorn, issuer, origin } from './stage.ts';

const routes: Record<string, Record<string, (request: Request) => Promise<Response>>> = {
  '/login': await import('../src/app/login/route.ts'),
  '/callback': await import('../src/app/callback/route.ts'),
  '/logout': await import('../src/app/logout/route.ts'),
  '/compose/send': await import('../src/app/compose/send/route.ts'),
};
const { findProblem } = await import('../src/storage/problems.ts');
const { currentSession } = await import('../src/session/current-session.ts');

export class Browser {
  readonly cookies = new Map<string, string>();
  /** What its requests name as their trace, where they name one. */
  traceparent: string | undefined;

  get cookieHeader(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  async get(address: string): Promise<Response> {
    return this.send(new Request(new URL(address, origin)));
  }

  async post(
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
  ): Promise<Response> {
    const body = new URLSearchParams(form).toString();
    const all = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(body.length),
      ...headers,
    };
    return this.send(
      new Request(new URL(path, origin), { method: 'POST', body, headers: all }),
    );
  }

  private async send(request: Request): Promise<Response> {
    if (this.cookies.size > 0) request.headers.set('Cookie', this.cookieHeader);
    if (this.traceparent) request.headers.set('traceparent', this.traceparent);
    const handler = routes[new URL(request.url).pathname]?.[request.method];
    if (!handler) throw new Error(`nothing answers ${request.method} ${request.url}`);
    const response = await handler(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  /** Begin a sign-in; what is returned is the query of the authorization request. */
  async begin(path = '/login'): Promise<URLSearchParams> {
    const response = await this.get(path);
    return new URL(response.headers.get('Location') ?? '').searchParams;
  }

  /** Come back from Acorn. `answer` says what differs from what it should be. */
  async finish(
    asked: URLSearchParams,
    answer: Record<string, string | undefined> = {},
  ): Promise<Response> {
    return this.get(callbackFor(asked, answer));
  }

  /** @returns where the browser is after a whole sign-in */
  async signIn(path?: string, answer?: Record<string, string | undefined>) {
    return location(await this.finish(await this.begin(path), answer));
  }

  /** Whoever is signed in. */
  async session() {
    const session = await currentSession(this.cookieHeader);
    return typeof session === 'object' ? session : undefined;
  }

  /** What the page says to which the response leads. */
  async problem(response: Response) {
    const id = /\/problem\/(.+)$/.exec(location(response))?.[1] ?? '';
    return findProblem(id, this.cookies.get('briefing_browser') ?? '');
  }
}

export function callbackFor(
  asked: URLSearchParams,
  answer: Record<string, string | undefined> = {},
): string {
  const code = randomValue();
  const scope = asked.get('scope') ?? '';
  acorn.codes.set(code, { nonce: asked.get('nonce') ?? '', scope });
  const query = { code, state: asked.get('state') ?? '', iss: issuer, ...answer };
  const sent = Object.entries(query).filter((pair) => pair[1] !== undefined);
  return `/callback?${new URLSearchParams(sent as [string, string][])}`;
}

export function location(response: Response): string {
  return response.headers.get('Location') ?? '';
}
