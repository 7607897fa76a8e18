/**
 * Client credentials in the Authorization header:
 *
 *     Authorization: Basic BASE64(form-encoded client_id ":" form-encoded client_secret)
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 * @see https://www.rfc-editor.org/rfc/rfc7617#section-2
 */
export type ClientCredentials = { client_id: string; client_secret: string };

/** The value of the Authorization header. */
export function formatBasicCredentials(credentials: ClientCredentials): string {
  const pair = `${formEncode(credentials.client_id)}:${formEncode(credentials.client_secret)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** `undefined` where the header is not well-formed Basic credentials. */
export function parseBasicCredentials(header: string): ClientCredentials | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header.trim())?.[1];
  if (!encoded) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) return undefined;
  const client_id = formDecode(pair.slice(0, colon));
  const client_secret = formDecode(pair.slice(colon + 1));
  if (client_id === undefined || client_secret === undefined) return undefined;
  return { client_id, client_secret };
}

function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function formDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
