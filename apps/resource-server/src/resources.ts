/**
 * The three protected resources of this server. A token is for exactly one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8707
 */
export type ProtectedResource = {
  path: string;
  name: string;
  /** What its tokens may be allowed to do. */
  scopes: string[];
};

export const user: ProtectedResource = {
  path: '/user',
  name: 'Acorn profile and mail',
  scopes: ['openid', 'profile', 'email', 'mail.read', 'mail.send'],
};

export const business: ProtectedResource = {
  path: '/business',
  name: 'Acorn contacts and payments',
  scopes: ['contacts.read', 'contacts.write', 'payments.read', 'payments.create'],
};

export const gateway: ProtectedResource = {
  path: '/gateway',
  name: 'Acorn gateway',
  scopes: ['gateway.call'],
};

/** The identifier of a resource: the `resource` of a request, the `aud` of a token. */
export function resourceIdentifier(origin: string, resource: ProtectedResource): string {
  return `${origin}${resource.path}`;
}

/** `undefined` where a path belongs to none of the three. */
export function resourceOfPath(path: string): ProtectedResource | undefined {
  return [user, business, gateway].find(
    (resource) => path === resource.path || path.startsWith(`${resource.path}/`),
  );
}
