/**
 * GET /developer/keys/:kid/withdraw
 * POST /developer/keys/:kid/withdraw
 *
 * What it costs to withdraw a key, before it is done.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { keySetLifetime } from '../../lifetimes.ts';
import type { Html } from '../../resource-owner/page.ts';
import { keyPublished } from '../../rules/signing-keys.ts';
import { withdrawKey } from '../../signing-keys/key-rotation.ts';
import { type KeyState, publishedKeys, stateOf } from '../../signing-keys/key-state.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { developerOf } from '../developer.ts';
import { span } from '../time.ts';

export function confirmWithdrawal(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const kid = c.req.param('kid');
    const now = seconds(clock);
    const keys = await storage.listSigningKeys();
    const key = publishedKeys(keys, now).find((each) => each.kid === kid);
    check(keyPublished, key !== undefined, { received: kid });
    const main = html`<section class="card">
      <h1>Withdraw this key?</h1>
      <p class="lead"><code>${kid}</code></p>
      <p>
        This is for a key that somebody else may hold: with it they sign whatever they like.
        To replace a key that is safe, <a href="/developer/keys">rotate</a>.
      </p>
      ${price[stateOf(key, keys, now)]}
      <form method="post" action="/developer/keys/${kid}/withdraw" class="actions">
        <a class="button" href="/developer/keys">Keep it</a>
        <button type="submit" class="primary">Withdraw the key</button>
      </form>
    </section>`;
    return consolePage(c, { title: 'Withdraw this key?', main });
  };
}

const refused = html`<li>
  Every token that it signed is refused: here at once; where signatures are verified, as
  soon as the key set is fetched again, which takes ${span(keySetLifetime)} at most.
</li>`;

const price: Record<KeyState, Html> = {
  signs: html`<p>What it costs:</p>
    <ul>
      ${refused}
      <li>
        Every client has to get new tokens. Refresh tokens, sign-ins and what people agreed
        to have no signature, and go on working.
      </li>
      <li>
        Another key signs at once. Who holds a copy of the key set in which it is missing,
        and does not fetch it anew for a <code>kid</code> that they do not know, refuses good
        tokens until the copy is too old.
      </li>
    </ul>`,
  waits: html`<p>
    It costs nothing: it has signed no token yet. The key that signs now goes on, until you
    rotate again.
  </p>`,
  retired: html`<p>What it costs:</p>
    <ul>
      ${refused}
      <li>What the key that signs now has signed is as good as before.</li>
    </ul>`,
};

export function withdrawSigningKey(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const kid = c.req.param('kid') ?? '';
    await withdrawKey(kid, storage, clock, developerOf(c).subject);
    return c.redirect('/developer/keys', 303);
  };
}
