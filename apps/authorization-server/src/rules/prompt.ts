/**
 * How much a person may be bothered: prompt and max_age of an authorization
 * request.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const promptKnown: Rule = {
  id: 'prompt-known',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'The prompt is none, or a list of login and consent; none stands alone.',
  stops: 'A client asks for silence and a page at the same time, and gets either.',
  fix: 'Send prompt=none alone, or login, consent or both with a space between; other values, such as select_account, are not served.',
  error: 'invalid_request',
};

export const maxAgeWellFormed: Rule = {
  id: 'max-age-well-formed',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'The max_age is a number of seconds.',
  stops: 'A client that asks for a recent sign-in, and mistypes it, gets an old one.',
  fix: 'Send max_age as a whole number of seconds, such as 300, or leave it out.',
  error: 'invalid_request',
};

export const promptNoneSignedIn: Rule = {
  id: 'prompt-none-signed-in',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'With prompt=none, the person is already signed in.',
  stops: 'A hidden frame that asks silently gets a login page instead of an answer.',
  fix: 'Send the request again without prompt=none, in a window where the person can sign in: nobody is signed in, or not recently enough.',
  error: 'login_required',
};

export const promptNoneConsented: Rule = {
  id: 'prompt-none-consented',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'With prompt=none, the person has already agreed to what is asked for.',
  stops: 'A hidden frame that asks silently gets a consent page instead of an answer.',
  fix: 'Send the request again without prompt=none, in a window where the person can agree: they have not agreed to all of it before.',
  error: 'consent_required',
};
