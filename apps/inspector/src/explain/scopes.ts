/** What each scope allows. */
import type { Explanations } from './explanation.ts';

const openid = 'OpenID Connect Core 1.0, section 5.4';

export const scopes: Explanations = {
  openid: {
    what: 'Know that it is this person who signs in: an ID token, and the sub.',
    why: 'With it, an authorization request becomes one of OpenID Connect.',
    spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  },
  profile: { what: 'See the name and the picture.', spec: openid },
  email: { what: 'See the e-mail address.', spec: openid },
  'mail.read': { what: 'Read the messages.' },
  'mail.send': { what: 'Send messages in the name of the person.' },
  'contacts.read': { what: 'Read the contacts.' },
  'contacts.write': { what: 'Add contacts.' },
  'payments.read': { what: 'Read the payments.' },
  'payments.create': { what: 'Create payments.' },
  'gateway.call': { what: 'Call services behind the gateway.' },
};
