/**
 * A first sign-in, from the click to the page on which it ends: each message
 * with its sender, its receiver, and the name that the inspector gives it.
 */
const browser = 'Browser';
const briefing = 'Briefing';
const accounts = 'Acorn accounts';
const apis = 'Acorn APIs';

export const signInMessages: [from: string, to: string, name: string][] = [
  [browser, briefing, 'start of a sign-in'],
  [briefing, browser, 'authorization request'],
  [browser, accounts, 'authorization request'],
  [accounts, browser, 'redirect to the login page'],
  [browser, accounts, 'request for the login page'],
  [accounts, browser, 'login page'],
  [browser, accounts, 'username and password'],
  [accounts, browser, 'signed in, back to the authorization request'],
  [browser, accounts, 'authorization request'],
  [accounts, browser, 'consent page'],
  [browser, accounts, 'answer to the consent page: allow'],
  [accounts, browser, 'authorization response: code'],
  [browser, briefing, 'authorization response: code'],
  [briefing, accounts, 'access token request (authorization code)'],
  [accounts, briefing, 'access token response'],
  [briefing, apis, 'userinfo request'],
  [apis, accounts, 'token introspection request'],
  [accounts, apis, 'token introspection response: active'],
  [apis, briefing, 'userinfo response'],
  [briefing, browser, 'signed in at the client'],
  [browser, briefing, 'page request: GET /'],
  [briefing, apis, 'protected resource request: GET /user/messages'],
  [apis, briefing, 'protected resource response'],
  [briefing, browser, 'page'],
];

/** What a client asks for once, and then knows: it is in some sign-ins, and not in others. */
export function isLookUp(name: string): boolean {
  return /^(authorization server metadata|key set)/.test(name);
}
