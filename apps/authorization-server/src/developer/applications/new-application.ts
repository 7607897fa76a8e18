/**
 * GET /developer/applications/new
 * GET /developer/applications/new?type=service
 *
 * What kind of program is it? The form that comes next has the fields of that
 * kind and no others, without any script.
 */
import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import { applicationTypes } from '../../registration/application-type.ts';
import type { ProtectedResource } from '../../resources.ts';
import { consolePage } from '../console-page.ts';
import { errorSummary, type Refusals } from '../error-summary.ts';
import { radioGroup } from '../fields.ts';
import { types } from '../words.ts';
import { applicationFields } from './application-fields.ts';

const path = '/developer/applications/new';

export function newApplication(resources: ProtectedResource[]): Handler {
  return (c) => {
    const type = c.req.query('type') ?? '';
    const untouched = new URLSearchParams({
      application_type: type,
      token_endpoint_auth_method: 'client_secret_basic',
    });
    return newApplicationPage(c, resources, untouched, new Map());
  };
}

/** @param typed what is in the form */
export function newApplicationPage(
  c: Context,
  resources: ProtectedResource[],
  typed: URLSearchParams,
  refusals: Refusals,
) {
  const asked = typed.get('application_type');
  const type = applicationTypes.find((one) => one === asked);
  const main = html`${errorSummary(refusals)}
    <section class="card">
      <p class="crumb"><a href="/developer">Your applications</a></p>
      <h1>Register ${type ? html`an application: ${types[type].name}` : 'an application'}</h1>
      ${
        type
          ? html`<p class="lead">${types[type].means} <a href="${path}">Another type</a></p>
            <form method="post" action="${path}" novalidate>
              ${applicationFields(type, resources, typed, refusals)}
              <button type="submit" class="primary">Register</button>
            </form>`
          : chooseType
      }
    </section>`;
  const status = refusals.size > 0 ? 400 : 200;
  return consolePage(c, { title: 'Register an application', main, status });
}

const choices = applicationTypes.map((value) => {
  const { name, means } = types[value];
  return { value, label: name, hint: means };
});

const chooseType = html`<form method="get" action="${path}">
  ${radioGroup({ name: 'type', label: 'What is it?', value: 'service' }, choices)}
  <button type="submit" class="primary">Continue</button>
</form>`;
