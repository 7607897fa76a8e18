/**
 * The part of a person in a browser, once, before the load begins: follow the
 * redirects, keep the cookies, sign in, agree to everything.
 */
import { codeChallengeS256, createCodeVerifier } from '@four-roles/protocol/pkce';
import type { RunningServer } from './running-server.ts';
import { person } from './workload.ts';

/** More pages than a sign-in has. */
const mostSteps = 12;

/**
 * @param parameters of the authorization request, without the challenge
 * @returns the Cookie header of somebody who is signed in and has agreed
 * @throws Error where this does not end at the client's redirect URI with a code
 */
export async function signIn(
  server: RunningServer,
  parameters: Record<string, string>,
): Promise<string> {
  const origin = `http://${server.host}`;
  const query = new URLSearchParams({
    ...parameters,
    code_challenge: codeChallengeS256(createCodeVerifier()),
    code_challenge_method: 'S256',
  });
  const cookies = new Map<string, string>();
  let page = new Request(`${origin}/authorize?${query}`);

  for (let step = 0; step < mostSteps; step++) {
    page.headers.set('cookie', cookieHeader(cookies));
    const { url } = page;
    const response = await fetch(page, { redirect: 'manual' });
    keepCookies(cookies, response);

    const location = response.headers.get('location');
    if (location?.startsWith(parameters.redirect_uri!)) {
      if (new URL(location).searchParams.has('code')) return cookieHeader(cookies);
      throw new Error(`The sign-in ended without a code: ${location}`);
    }
    const html = await response.text();
    if (!location && response.status !== 200) {
      throw new Error(`The sign-in met ${response.status}: ${html}`);
    }
    page = location ? new Request(new URL(location, url)) : submission(html, url, origin);
  }
  throw new Error(`The sign-in did not end after ${mostSteps} pages.`);
}

/** The form on a page, filled in as Ada would; asked for a decision, she allows. */
function submission(html: string, url: string, origin: string): Request {
  const [, attributes = '', content = ''] =
    /<form([^>]*)>(.*?)<\/form>/s.exec(html) ?? [];
  const fields = new URLSearchParams();
  for (const [element] of content.matchAll(/<input[^>]*>/gs)) {
    fields.append(attribute(element, 'name'), attribute(element, 'value'));
  }
  if (fields.has('password')) {
    fields.set('username', person.username);
    fields.set('password', person.password);
  }
  if (content.includes('name="decision"')) fields.set('decision', 'allow');
  return new Request(new URL(attribute(attributes, 'action'), url), {
    method: 'POST',
    body: fields,
    headers: { origin },
  });
}

function attribute(element: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

function cookieHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
