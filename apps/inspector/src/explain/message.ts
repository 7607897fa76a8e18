/**
 * An exchange as the tables of this folder look at it: path, parameters,
 * status, and where a redirect leads.
 */
import type { Body, Exchange, RawHeaders, RoleName } from '../recording/exchange.ts';

export type Message = {
  to: RoleName;
  method: string;
  path: string;
  /** The parameters of the query and of a form. */
  sent: URLSearchParams;
  requestHeaders: RawHeaders;
  /** 0 while nothing has come back. */
  status: number;
  /** Where a redirect leads. */
  location: URL | undefined;
  /** The members of a JSON answer. */
  json: Record<string, unknown>;
  responseHeaders: RawHeaders;
};

export function readMessage({ to, request, response }: Exchange): Message {
  const target = URL.parse(request.target, base);
  const responseHeaders = response?.headers ?? [];
  const location = headerOf(responseHeaders, 'location');
  return {
    to,
    method: request.method,
    path: target?.pathname ?? request.target,
    sent: new URLSearchParams([
      ...(target?.searchParams ?? []),
      ...formOf(request.headers, request.body),
    ]),
    requestHeaders: request.headers,
    status: response?.status ?? 0,
    location:
      location === undefined ? undefined : (URL.parse(location, base) ?? undefined),
    json: response ? jsonOf(response.body) : {},
    responseHeaders,
  };
}

/** Only the path and the query of an address count here. */
const base = 'http://localhost';

/** The first header of that name, whatever its case. */
export function headerOf(headers: RawHeaders, name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

/** Every header of that name: some, such as Set-Cookie, come several times. */
export function headersOf(headers: RawHeaders, name: string): string[] {
  const own = headers.filter(([one]) => one.toLowerCase() === name.toLowerCase());
  return own.map(([, value]) => value);
}

/** The fields of a form; none where the body is no form. */
export function formOf(headers: RawHeaders, body: Body): URLSearchParams {
  const type = headerOf(headers, 'content-type') ?? '';
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm && body.encoding === 'utf-8' ? body.text : '');
}

/** The members of a JSON object; none where the body is something else. */
export function jsonOf(body: Body): Record<string, unknown> {
  if (body.encoding !== 'utf-8' || !body.text.trimStart().startsWith('{')) return {};
  try {
    return JSON.parse(body.text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
