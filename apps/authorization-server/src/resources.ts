/**
 * The protected resources this server issues tokens for, and the scopes of
 * each. It knows their names and nothing of what they hold.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8707
 */
export type ProtectedResource = {
  /** The resource identifier: the `aud` of its tokens. */
  resource: string;
  /** scope -> what it allows, in words that a person understands */
  scopes: Record<string, string>;
};

/** @param resourceServer the origin of the resource server */
export function protectedResources(resourceServer: string): ProtectedResource[] {
  return [
    {
      resource: `${resourceServer}/user`,
      scopes: {
        openid: 'Know that it is you who signs in',
        profile: 'See your name and your picture',
        email: 'See your e-mail address',
        'mail.read': 'Read your messages',
        'mail.send': 'Send messages in your name',
      },
    },
    {
      resource: `${resourceServer}/business/contacts`,
      scopes: {
        'contacts.read': 'Read the contacts',
        'contacts.write': 'Add contacts',
      },
    },
    {
      resource: `${resourceServer}/business/payments`,
      scopes: {
        'payments.read': 'Read the payments',
        'payments.create': 'Create payments',
      },
    },
    {
      resource: `${resourceServer}/gateway`,
      scopes: { 'gateway.call': 'Call services behind the gateway' },
    },
  ];
}

/** All scopes that there are. */
export function scopesOf(resources: ProtectedResource[]): string[] {
  return Object.keys(meaningOfScopes(resources));
}

/** scope -> what it allows, whatever the resource */
export function meaningOfScopes(resources: ProtectedResource[]): Record<string, string> {
  return Object.assign({}, ...resources.map(({ scopes }) => scopes));
}

/** The scope without which there is no sign-in: it cannot be unticked. */
export const requiredScope = 'openid';
