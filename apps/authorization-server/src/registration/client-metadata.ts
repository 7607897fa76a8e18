/**
 * What a client says of itself, judged member by member. For a program the
 * first refusal is the answer; a form shows each one beside its field.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Circumstances } from './circumstances.ts';
import {
  judgeClientUri,
  judgePostLogoutRedirectUris,
  judgeRedirectUris,
} from './judge-addresses.ts';
import {
  judgeApplicationType,
  judgeAuthMethod,
  judgeGrantTypes,
  judgeResponseTypes,
} from './judge-grants.ts';
import { judgeKeys, judgeKeysUri } from './judge-keys.ts';
import { judgeDescription, judgeName } from './judge-name.ts';
import { judgeScope } from './judge-scope.ts';

type MetadataMember = keyof ClientMetadata;

/** Each throws the OAuthError of the first rule that its member breaks. */
const judges: {
  member: MetadataMember;
  judge: (metadata: ClientMetadata, there: Circumstances) => void;
}[] = [
  { member: 'client_name', judge: judgeName },
  { member: 'client_uri', judge: judgeClientUri },
  { member: 'description', judge: judgeDescription },
  { member: 'application_type', judge: judgeApplicationType },
  { member: 'grant_types', judge: judgeGrantTypes },
  { member: 'response_types', judge: judgeResponseTypes },
  { member: 'token_endpoint_auth_method', judge: judgeAuthMethod },
  { member: 'redirect_uris', judge: judgeRedirectUris },
  { member: 'post_logout_redirect_uris', judge: judgePostLogoutRedirectUris },
  { member: 'jwks', judge: judgeKeys },
  { member: 'jwks_uri', judge: judgeKeysUri },
  { member: 'scope', judge: judgeScope },
];

/**
 * For a program.
 *
 * @param metadata completed
 * @throws {OAuthError} invalid_client_metadata, invalid_redirect_uri
 */
export function judgeMetadata(metadata: ClientMetadata, there: Circumstances): void {
  for (const { judge } of judges) judge(metadata, there);
}

/**
 * For a form.
 *
 * @param metadata completed
 * @returns what is wrong, at most one thing for each member
 */
export function findMetadataProblems(
  metadata: ClientMetadata,
  there: Circumstances,
): Map<MetadataMember, OAuthError> {
  const problems = new Map<MetadataMember, OAuthError>();
  for (const { member, judge } of judges) {
    try {
      judge(metadata, there);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      problems.set(member, error);
    }
  }
  return problems;
}
