/**
 * Is a redirect URI one of those that were registered?
 *
 * Character for character. Parsing both and comparing the parts is how most
 * of the bugs in this place began. One exception: a native app listens on
 * whatever port it is given, so the port of a loopback IP address may differ.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function matchesRegistered(redirectUri: string, registered: string[]): boolean {
  return registered.some(
    (one) =>
      one === redirectUri ||
      (isLoopbackIp(one) &&
        withoutPort(one) === withoutPort(redirectUri) &&
        URL.canParse(redirectUri)),
  );
}

const loopbackIp = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::[1-9]\d{0,4})?(?=[/?]|$)/;

function isLoopbackIp(uri: string): boolean {
  return loopbackIp.test(uri);
}

function withoutPort(uri: string): string {
  return uri.replace(loopbackIp, '$1');
}

/** The URI with parameters added to its query, those that have a value. */
export function withParameters(
  uri: string,
  parameters: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  if (query.size === 0) return uri;
  return `${uri}${uri.includes('?') ? '&' : '?'}${query}`;
}
