/** What the console calls things. */
import type { ClientAuthenticationMethod } from '../client-authentication/methods.ts';
import type { ApplicationType } from '../registration/application-type.ts';

export const types: Record<ApplicationType, { name: string; means: string }> = {
  web: {
    name: 'Web app with a server',
    means: 'People use it in the browser, and its server keeps a secret or a key.',
  },
  browser: {
    name: 'App in the browser',
    means:
      'It is a page and nothing else. Whoever opens it can read all of it, so it has no secret; PKCE protects its sign-ins.',
  },
  native: {
    name: 'App on a device',
    means:
      'People install it. Whoever has it can take it apart, so it has no secret; PKCE protects its sign-ins.',
  },
  service: {
    name: 'Server-to-server',
    means:
      'A machine that works in its own name and asks nobody. It keeps a secret or, better, a key.',
  },
};

export const methods: Record<
  ClientAuthenticationMethod,
  { name: string; means: string }
> = {
  client_secret_basic: {
    name: 'a secret, in the header',
    means: 'The usual way. The secret is made here, and shown once.',
  },
  client_secret_post: {
    name: 'a secret, in the form',
    means: 'For programs that cannot set a header.',
  },
  private_key_jwt: {
    name: 'a key of its own',
    means:
      'The strongest. It signs with a private key that never leaves it: here stands only the public one, and there is nothing to steal.',
  },
  none: { name: 'nothing: it is public', means: 'There is nothing that it could keep.' },
};
