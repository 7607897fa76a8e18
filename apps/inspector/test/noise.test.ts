import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawHeaders } from '../src/recording/exchange.ts';
import { isNoise } from '../src/recording/noise.ts';

function noise(line: string, ...headers: RawHeaders): boolean {
  const [method = '', target = ''] = line.split(' ');
  return isNoise({ method, target, headers });
}

test('what a page is built from is noise', () => {
  for (const target of [
    '/style.css',
    '/styles.css',
    '/acorn.svg',
    '/icon.svg?icon.2n4mi6.svg',
    '/favicon.ico',
    '/pictures/ada.png',
    '/_next/static/chunks/25lyftg64ad8j.js',
    '/_next/image?url=%2Fx.png',
  ]) {
    assert.ok(noise(`GET ${target}`), target);
  }
});

test('a picture is noise by what the browser wants it for, whatever it is called', () => {
  for (const destination of ['image', 'font', 'style', 'script']) {
    assert.ok(noise('GET /pictures/ada', ['Sec-Fetch-Dest', destination]), destination);
  }
  assert.ok(!noise('GET /inbox', ['Sec-Fetch-Dest', 'document']));
});

test('health checks are noise', () => {
  assert.ok(noise('GET /health'));
  assert.ok(!noise('GET /healthy'));
});

test('the reload of a development server is noise', () => {
  const upgrade: RawHeaders = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
  ];
  assert.ok(noise('GET /_next/webpack-hmr?id=1', ...upgrade));
  assert.ok(noise('GET /anything', ...upgrade));
  assert.ok(noise('POST /__nextjs_original-stack-frames'));
  assert.ok(noise('GET /inbox?_rsc=1x2y3', ['next-hmr-refresh', '1']));
});

test('what a browser fetches ahead of a click is noise', () => {
  assert.ok(noise('GET /inbox?_rsc=1x2y3', ['Next-Router-Prefetch', '1']));
  assert.ok(noise('GET /inbox', ['Purpose', 'prefetch']));
  assert.ok(noise('GET /inbox', ['Sec-Purpose', 'prefetch;prerender']));
  assert.ok(!noise('GET /inbox?_rsc=1x2y3', ['RSC', '1']));
});

test('a message between the roles is none', () => {
  for (const line of [
    'GET /',
    'GET /login',
    'GET /authorize?response_type=code',
    'POST /token',
    'GET /jwks',
    'GET /.well-known/oauth-authorization-server',
    'GET /callback?code=x.svg',
    'POST /health.css',
  ]) {
    assert.ok(!noise(line), line);
  }
});

test('a CORS preflight is no noise: it belongs to what happens', () => {
  assert.ok(!noise('OPTIONS /token', ['Access-Control-Request-Method', 'POST']));
});
