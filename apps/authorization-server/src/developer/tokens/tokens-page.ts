/**
 * GET /developer/tokens
 *
 * The form for a token that is to be judged; and, once, the verdicts on the one
 * that was sent a moment ago. No token stands in an address.
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import type { DescribeActiveToken } from '../../active-token.ts';
import type { Html } from '../../resource-owner/page.ts';
import { consolePage } from '../console-page.ts';
import { errorSummary, type Refusals } from '../error-summary.ts';
import { textArea } from '../fields.ts';
import type { ShownOnce } from '../shown-once.ts';
import { askResourceServer } from './ask-resource-server.ts';
import { judgedToken } from './judged-token.ts';
import type { FindOwnToken } from './own-token.ts';
import { byIntrospection, byResourceServer, bySignature } from './verdicts.ts';

export function tokensPage(
  once: ShownOnce,
  resourceServer: string,
  findOwn: FindOwnToken,
  describeToken: DescribeActiveToken,
  clock: Clock,
): Handler {
  return async (c) => {
    const token = await once.take(c);
    if (!token) return askForToken(c, '', new Map());
    const own = await findOwn(c, token);
    const answer = await askResourceServer(resourceServer, token, clock);
    const here = await byIntrospection(own, describeToken);
    const verdicts = [
      bySignature(own, clock),
      here,
      ...byResourceServer(own, answer, clock),
    ];
    const main = html`${judgedToken(own, verdicts, here.accepts === true)}
      ${card('Another one', '', new Map())}`;
    return consolePage(c, { title: 'One token, judged', main });
  };
}

/** @param typed what is in the field */
export function askForToken(c: Context, typed: string, refusals: Refusals) {
  const main = html`${errorSummary(refusals, 'Nothing was judged.')}${card('Have a token judged', typed, refusals)}`;
  const status = refusals.size > 0 ? 400 : 200;
  return consolePage(c, { title: 'Tokens', main, status });
}

function card(title: string, value: string, refusals: Refusals): Html {
  const field = {
    ...{ name: 'token', label: 'Access token', value, refusal: refusals.get('token') },
    hint: 'Of one of your applications. It is judged, and kept nowhere.',
  };
  return html`<section class="card">
    <h1>${title}</h1>
    <p class="lead">
      A token that was revoked is not refused everywhere at once. Who refuses it, and from
      when on?
    </p>
    <form method="post" action="/developer/tokens">
      ${textArea(field, 4)}
      <button type="submit" class="primary">Judge it</button>
    </form>
  </section>`;
}
