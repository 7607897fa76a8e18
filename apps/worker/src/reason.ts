import { OAuthError } from '@four-roles/protocol/oauth-error';
import { z } from 'zod';

/** Why something was not done, in words for an operator. */
export function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'the answer is not of the expected shape';
  if (error instanceof OAuthError && error.rule) {
    return `the rule ${error.rule.id} does not hold (${error.rule.spec})`;
  }
  return (error as Error).message;
}
