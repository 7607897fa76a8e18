/**
 * What concerns the server itself, and not one application, is for those who
 * run it.
 */
import { check } from '@four-roles/protocol/rule';
import type { MiddlewareHandler } from 'hono';
import { keysForOperators } from '../../rules/signing-keys.ts';
import { developerOf } from '../developer.ts';

/** @throws {OAuthError} access_denied */
export const onlyOperators: MiddlewareHandler = async function onlyOperators(c, next) {
  const { username, isOperator } = developerOf(c);
  check(keysForOperators, isOperator, { expected: 'an operator', received: username });
  return next();
};
