/**
 * What must hold for the scope and the resource that a request names, be it for
 * an authorization or for a token.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const scopeWellFormed: Rule = {
  id: 'scope-well-formed',
  spec: 'RFC 6749, section 3.3',
  level: 'MUST',
  says: 'The scope is a list of scope tokens with one space between.',
  stops: 'Two parties split one scope in two ways and disagree about what was granted.',
  fix: 'Put exactly one space between two scopes, none at the beginning or the end, and no quotation mark or backslash anywhere.',
  error: 'invalid_scope',
};

export const resourceKnown: Rule = {
  id: 'resource-known',
  spec: 'RFC 8707, section 2',
  level: 'SHOULD',
  says: 'The resource is one protected resource that this server issues tokens for.',
  stops:
    'A token is made out to a server of the attacker, who then replays it elsewhere.',
  fix: 'Send one resource, written as the metadata of the protected resource writes it; a slash at the end, another port or a second resource is too much.',
  error: 'invalid_target',
};

export const scopeOfResource: Rule = {
  id: 'scope-of-resource',
  spec: 'RFC 8707, section 2',
  level: 'HARDENING',
  says: 'Every scope that is asked for belongs to the one resource that the token is for.',
  stops: 'A token for one resource carries rights that mean something at another.',
  fix: 'Ask for scopes of one resource at a time, and for those of another resource with a request of its own.',
  error: 'invalid_target',
};

export const resourceUnchanged: Rule = {
  id: 'resource-unchanged',
  spec: 'RFC 8707, section 2.2',
  level: 'MUST',
  says: 'A resource in the token request is the one that was granted.',
  stops: 'A grant for one resource is turned into a token for another.',
  fix: 'Leave resource out or send the one of the authorization request; for another resource, send the person through a new one.',
  error: 'invalid_target',
};
