/**
 * GET /developer/keys
 *
 * The keys with which this server signs: which one does, which one will, and
 * until when the old ones are needed.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { idTokenLifetime, keySetLifetime } from '../../lifetimes.ts';
import type { Html } from '../../resource-owner/page.ts';
import {
  type KeptKey,
  keyThatWaits,
  publishedKeys,
  stateOf,
} from '../../signing-keys/key-state.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { minute, span } from '../time.ts';

export function signingKeys(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const now = seconds(clock);
    const keys = publishedKeys(await storage.listSigningKeys(), now);
    const waiting = keyThatWaits(keys, now);
    const main = html`<section class="card">
        <h1>Signing keys</h1>
        <p class="lead">
          Every access token and ID token is signed with one of these, and names it as its
          <code>kid</code>. The public halves are <a href="/jwks">the key set</a>, of which
          everybody may keep a copy for ${span(keySetLifetime)}.
        </p>
        ${table(keys, now)}
      </section>
      <section class="card">
        <h2>Rotate</h2>
        ${waiting ? whileOneWaits(waiting, now) : rotation}
      </section>`;
    return consolePage(c, { title: 'Signing keys', main });
  };
}

const rotation = html`<p>
    A new key is published now and signs ${span(keySetLifetime)} later, when nobody can hold
    a copy of the key set any more in which it is missing. The old one stays published for
    ${span(idTokenLifetime)} after that, until the last token that it signed has expired.
    Nothing stops working, and nobody has to do anything.
  </p>
  <form method="post" action="/developer/keys/rotate">
    <button type="submit" class="primary">Rotate the keys</button>
  </form>`;

function whileOneWaits({ signsFrom }: KeptKey, now: number): Html {
  return html`<p class="notice">
    A new key is published and signs in ${span(signsFrom - now)}. Until then there is
    nothing to rotate: a key in its place would have to wait anew.
  </p>`;
}

function table(keys: KeptKey[], now: number): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Key</th>
        <th scope="col">State</th>
        <th scope="col">Made</th>
        <th scope="col">In the key set until</th>
        <th scope="col">It leaked</th>
      </tr>
    </thead>
    <tbody>${keys.map((key) => row(key, keys, now))}</tbody>
  </table>`;
}

function row(key: KeptKey, keys: KeptKey[], now: number): Html {
  const { kid, createdAt, publishedUntil } = key;
  return html`<tr>
    <th scope="row"><code>${kid}</code></th>
    <td data-label="State">${state(key, keys, now)}</td>
    <td data-label="Made">${minute(createdAt)}, ${span(now - createdAt)} ago</td>
    <td data-label="In the key set until">${publishedUntil ? minute(publishedUntil) : 'it is rotated'}</td>
    <td><a href="/developer/keys/${kid}/withdraw">Withdraw<span class="unseen"> ${kid}</span></a></td>
  </tr>`;
}

function state(key: KeptKey, keys: KeptKey[], now: number): Html {
  switch (stateOf(key, keys, now)) {
    case 'signs':
      return html`<span class="tag good">signs</span>`;
    case 'waits':
      return html`<span class="tag">signs in ${span(key.signsFrom - now)}</span>`;
    case 'retired':
      return html`<span class="tag">signs no more</span>`;
  }
}
