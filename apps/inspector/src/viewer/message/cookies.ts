/**
 * Cookies as they are sent, and as they are set with their attributes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-4
 */
import { nameAndValue } from '../../explain/cookie-pair.ts';

type SentCookie = { name: string; value: string };

type CookieAttribute = { name: string; value?: string };

export type NewCookie = SentCookie & { attributes: CookieAttribute[] };

/** @param header of a request: `a=b; c=d` */
export function readCookies(header: string): SentCookie[] {
  return header
    .split(';')
    .map(nameAndValue)
    .filter(({ name }) => name !== '');
}

/** @param header of an answer: `a=b; HttpOnly; Max-Age=60` */
export function readSetCookie(header: string): NewCookie {
  const [pair = '', ...attributes] = header.split(';');
  return {
    ...nameAndValue(pair),
    attributes: attributes.map((attribute) => {
      const { name, value } = nameAndValue(attribute);
      return attribute.includes('=') ? { name, value } : { name };
    }),
  };
}
