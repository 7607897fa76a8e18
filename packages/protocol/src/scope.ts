/**
 * Scope: a list of space-delimited, case-sensitive strings, whose order does
 * not matter.
 *
 *     scope       = scope-token *( SP scope-token )
 *     scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3
 */
const grammar = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** Is the text a scope, in the sense of the grammar? */
export function isScope(text: string): boolean {
  return grammar.test(text);
}

/** `'openid profile openid'` -> `['openid', 'profile']`; nothing -> `[]`. */
export function parseScope(scope: string | undefined): string[] {
  return scope ? [...new Set(scope.split(' ').filter(Boolean))] : [];
}

/** `['openid', 'profile']` -> `'openid profile'`. */
export function formatScope(scopes: readonly string[]): string {
  return scopes.join(' ');
}

/** Is every scope of `part` in `whole`? */
export function isSubset(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((scope) => whole.includes(scope));
}
