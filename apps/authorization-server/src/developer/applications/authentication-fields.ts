import { html } from 'hono/html';
import { confidentialMethods } from '../../client-authentication/methods.ts';
import {
  type ApplicationType,
  isPublicType,
} from '../../registration/application-type.ts';
import type { Html } from '../../resource-owner/page.ts';
import { type Field, radioGroup, textArea, textField } from '../fields.ts';
import { methods } from '../words.ts';

/** How an application proves who it is; one that everybody can read has no choice. */
export function authenticationFields(
  type: ApplicationType,
  field: (name: string, label: string, hint?: string) => Field,
): Html {
  if (isPublicType(type)) {
    return html`<input type="hidden" name="token_endpoint_auth_method" value="none" />`;
  }
  const choices = confidentialMethods.map((value) => {
    const { name, means } = methods[value];
    return { value, label: `With ${name}`, hint: means };
  });
  return html`
    ${radioGroup(field('token_endpoint_auth_method', 'How it proves who it is'), choices)}
    <div class="with-key">
      ${textArea(field('jwks', 'Its public keys', 'For an application with a key: a JSON Web Key Set, {"keys":[...]}, or one key, {"kty":"EC",...}, on P-256. Or, in its place, the address below.'), 5)}
      ${textField(field('jwks_uri', 'Or where it publishes them', 'Acorn fetches the set from there: https://app.example/jwks.json'))}
    </div>`;
}
