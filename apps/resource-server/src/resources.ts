/**
 * The protected resources of this server. A token is for exactly one: who may
 * copy contacts cannot pay with the same token, although one server holds both.
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

export const contacts: ProtectedResource = {
  path: '/business/contacts',
  name: 'Acorn contacts',
  scopes: ['contacts.read', 'contacts.write'],
};

export const payments: ProtectedResource = {
  path: '/business/payments',
  name: 'Acorn payments',
  scopes: ['payments.read', 'payments.create'],
};

export const gateway: ProtectedResource = {
  path: '/gateway',
  name: 'Acorn gateway',
  scopes: ['gateway.call'],
};

export const allResources = [user, contacts, payments, gateway];

/** The identifier of a resource: the `resource` of a request, the `aud` of a token. */
export function resourceIdentifier(origin: string, resource: ProtectedResource): string {
  return `${origin}${resource.path}`;
}

/** `undefined` where a path belongs to none of them. */
export function resourceOfPath(path: string): ProtectedResource | undefined {
  return allResources.find(
    (resource) => path === resource.path || path.startsWith(`${resource.path}/`),
  );
}
