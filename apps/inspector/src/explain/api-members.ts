/** What the protected resources are asked for and answer: no part of OAuth. */
import type { Explanations } from './explanation.ts';

export const apiMembers: Explanations = {
  limit: { what: 'How many entries one answer has at most.' },
  cursor: { what: 'Where the next page of a list begins; only the server reads it.' },
  folder: { what: 'Which messages: inbox or sent.' },
  next_cursor: { what: 'The cursor of the next page; null on the last one.' },
  id: { what: 'The name of this entry.' },

  messages: { what: "The person's mail, the newest first." },
  from: { what: 'Who wrote the message.' },
  to: { what: 'To whom the message goes.' },
  subject: { what: 'The subject of the message.' },
  snippet: { what: 'How the message begins.' },
  body: { what: 'The text of the message.' },
  sent_at: { what: 'When the message was sent.' },
  unread: { what: 'Whether nobody has opened the message yet.' },

  contacts: { what: 'People whom the business knows.' },
  company: { what: 'Where this contact works.' },
  updated_at: { what: 'When the contact was last changed.' },

  payments: { what: 'What this client has paid.' },
  amount_minor: {
    what: 'The amount in the smallest unit of the currency, as a whole number: 12500 is 125.00 EUR.',
  },
  currency: { what: 'Three letters, such as EUR.' },
  creditor: { what: 'Who is paid.' },
  reference: { what: 'What the payment is for.' },
  status: { what: 'Of a payment: pending or settled.' },
  created_at: { what: 'When the payment was made.' },

  mode_in_force: {
    what: 'How this resource server learns of a revocation: local, introspection or list.',
  },
  verdicts: { what: 'What the token is worth in each of the three ways to judge it.' },
  mode: {
    what: 'local goes by the signature alone, introspection asks about each token, list fetches all that was revoked.',
  },
  rule: { what: 'Which rule refused the token.' },
  refuses_at_the_latest: {
    what: 'How long after its revocation the token is still let through, at most.',
  },

  base: { what: 'The currency that the rates are for.' },
  rates: { what: 'How much of each currency one unit of the base buys.' },
  served_at: { what: 'When the upstream answered.' },
  served_to: {
    what: 'Which client the gateway named to the upstream.',
    why: 'The upstream learns who calls from the gateway, and never sees a token.',
  },

  runs: { what: 'The last runs of the worker.' },
  in_all: { what: 'How many tokens and calls there were since the worker started.' },
  tokens_requested: { what: 'How many tokens the worker asked for.' },
  calls_served: { what: 'How many calls were served with them.' },
};

/** What is told of a person. */
export const personMembers: Explanations = {
  name: {
    what: 'The full name, for display.',
    spec: 'OpenID Connect Core 1.0, section 5.1',
  },
  given_name: { what: 'The first name.', spec: 'OpenID Connect Core 1.0, section 5.1' },
  picture: {
    what: 'Where the picture is.',
    spec: 'OpenID Connect Core 1.0, section 5.1',
  },
  email: {
    what: 'The e-mail address.',
    why: 'It may change or pass to somebody else: an account is known by its sub.',
    spec: 'OpenID Connect Core 1.0, section 5.1',
  },
  email_verified: {
    what: 'Whether the provider has made sure that the address is theirs.',
    spec: 'OpenID Connect Core 1.0, section 5.1',
  },
};
