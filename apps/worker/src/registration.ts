/**
 * Who the worker is to the authorization server: the client_id and the
 * client_secret it was given when it was registered.
 *
 * They come from the environment, or from a file that only its owner can
 * read. They are never part of the code, of a log line or of a page.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import { readCredentials } from '@four-roles/runtime/credentials-file';

/** @throws {NotRegistered} where there are no credentials at all */
export function registration(
  file: string,
  fromEnvironment: ClientCredentials | undefined,
): ClientCredentials {
  const credentials = fromEnvironment ?? readCredentials(file);
  if (!credentials) throw new NotRegistered(file);
  return credentials;
}

export class NotRegistered extends Error {
  constructor(file: string) {
    super(
      `The worker has no credentials: ${file} is missing. \`pnpm dev\` makes it; ` +
        'or set CLIENT_ID and CLIENT_SECRET.',
    );
  }
}
