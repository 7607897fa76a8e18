/**
 * Who may read the recording and press the buttons. The attacker is a page of
 * another site, open in the browser of whoever uses the inspector.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import { controlAskedByOwnPage, recordingReadByOwnPage } from '../src/rules/own-page.ts';
import { inspect, origin } from './inspector-setting.ts';

const { app, issuer, recording } = await inspect({
  after: (done) => after(() => done()),
});

const toRead = ['setup', 'events', 'recording', 'exchanges/1', 'keys', 'export/har'];
const toPress = ['step', 'next', 'run', 'clock', 'clear', 'worker', 'reset'].concat(
  ['request', 'response'].flatMap((side) => [
    `held/1/${side}/release`,
    `held/1/${side}/drop`,
  ]),
  'exchanges/1/send-again',
);

async function statusOf(path: string, init: RequestInit, at = origin): Promise<number> {
  const response = await app.request(`${at}${path}`, init);
  await response.body?.cancel();
  return response.status;
}

provesRule(controlAskedByOwnPage, async () => {
  // A form on another site: the browser sends it, and says from where.
  const headers = { Origin: 'https://evil.example' };
  const { run } = recording.state();
  assert.equal(await statusOf('/api/clear', { method: 'POST', headers }), 403);
  assert.equal(recording.state().run, run, 'the recording is gone');
});

provesRule(recordingReadByOwnPage, async () => {
  // <img src="http://localhost:9009/api/exchanges/1">, or a download that is measured.
  const headers = { 'Sec-Fetch-Site': 'cross-site' };
  assert.equal(await statusOf('/api/setup', { headers }), 403);
});

provesRule(hostIsOurs, async () => {
  // DNS rebinding: evil.example means 127.0.0.1 by now, and its script asks its own origin.
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  assert.equal(
    await statusOf('/api/setup', { headers }, 'http://evil.example:9009'),
    421,
  );
});

test('no button can be pressed from elsewhere, or by nobody in particular', async () => {
  const others = ['https://evil.example', 'http://localhost:9000', 'null', undefined];
  for (const path of toPress) {
    for (const from of others) {
      const headers = from === undefined ? undefined : { Origin: from };
      const status = await statusOf(`/api/${path}`, { method: 'POST', headers });
      assert.equal(status, 403, `${path} from ${from}`);
    }
  }
});

test('a rebound name reaches nothing, with whichever origin it comes', async () => {
  const elsewhere = 'http://evil.example:9009';
  for (const path of ['/', '/viewer.js', ...toRead.map((each) => `/api/${each}`)]) {
    assert.equal(await statusOf(path, {}, elsewhere), 421, path);
  }
  for (const from of [elsewhere, origin]) {
    const init = { method: 'POST', headers: { Origin: from } };
    for (const path of toPress) {
      assert.equal(await statusOf(`/api/${path}`, init, elsewhere), 421, path);
    }
  }
});

test('127.0.0.1 is led to localhost, and its pages press nothing', async () => {
  const numeric = 'http://127.0.0.1:9009';
  assert.equal(await statusOf('/api/setup', {}, numeric), 307);
  const init = { method: 'POST', headers: { Origin: numeric } };
  assert.equal(await statusOf('/api/clear', init, numeric), 421);
});

test('nothing can be read from another site, nor from another port of this machine', async () => {
  for (const path of toRead) {
    for (const site of ['cross-site', 'same-site', 'anything']) {
      const headers = { 'Sec-Fetch-Site': site };
      assert.equal(await statusOf(`/api/${path}`, { headers }), 403, `${path} ${site}`);
    }
  }
});

test('its own page, a typed address and curl read; links to exports work', async () => {
  await fetch(`${issuer}/account`);
  for (const path of toRead) {
    for (const site of ['same-origin', 'none']) {
      const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate' };
      assert.equal(await statusOf(`/api/${path}`, { headers }), 200, `${path} ${site}`);
    }
    assert.equal(await statusOf(`/api/${path}`, {}), 200, path);
  }
});

test('no answer may be framed, embedded, kept or read by another origin', async () => {
  for (const path of ['/', '/viewer.js', '/api/setup', '/api/events', '/api/nothing']) {
    const init = { headers: { Origin: 'https://evil.example' } };
    const response = await app.request(`${origin}${path}`, init);
    await response.body?.cancel();
    const header = (name: string) => response.headers.get(name) ?? '';
    assert.match(
      header('Content-Security-Policy'),
      /^default-src 'none'; script-src 'self';/,
    );
    assert.match(header('Content-Security-Policy'), /frame-ancestors 'none'/);
    assert.equal(header('Cross-Origin-Resource-Policy'), 'same-origin');
    assert.equal(header('X-Content-Type-Options'), 'nosniff');
    assert.equal(header('Cache-Control'), 'no-store');
    assert.equal(header('Access-Control-Allow-Origin'), '');
  }
});
