/** Somebody else's page, open in the same browser as the inspector. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OtherSite = {
  /** Two names for it: the one is of another site than the inspector, the other of another origin. */
  origins: string[];
  close(): void;
};

/** It is on this machine too: a browser may ask before a far page reaches a near one. */
export async function createOtherSite(): Promise<OtherSite> {
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end('<!doctype html><title>Kittens</title><h1>Kittens</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Runs in its page. @returns what it could read of an address, by each way that there is */
export async function readEverywhere(address: string): Promise<Record<string, string>> {
  const failed = () => 'nothing';
  const element = (name: 'script' | 'img' | 'link') =>
    new Promise<string>((resolve) => {
      const made = Object.assign(document.createElement(name), {
        onload: () => resolve('loaded'),
        onerror: () => resolve('nothing'),
      });
      if (made instanceof HTMLLinkElement) made.rel = 'stylesheet';
      if (made instanceof HTMLLinkElement) made.href = address;
      else made.src = address;
      document.head.append(made);
    });
  const events = () =>
    new Promise<string>((resolve) => {
      const source = new EventSource(address);
      source.onopen = () => resolve('opened');
      source.onerror = () => {
        source.close();
        resolve('nothing');
      };
    });
  return {
    fetch: await fetch(address).then((response) => response.text(), failed),
    credentials: await fetch(address, { credentials: 'include' }).then(
      (response) => response.text(),
      failed,
    ),
    opaque: await fetch(address, { mode: 'no-cors' }).then(
      (response) => response.text().then((text) => text || 'nothing'),
      failed,
    ),
    script: await element('script'),
    image: await element('img'),
    style: await element('link'),
    events: await events(),
  };
}

/** Runs in its page: press a button of the inspector, by each way that there is. */
export async function pressEverywhere([address, body]: [string, string]): Promise<void> {
  const quietly = () => undefined;
  const json = { 'Content-Type': 'application/json' };
  await fetch(address, { method: 'POST', body }).catch(quietly);
  await fetch(address, { method: 'POST', body, headers: json }).catch(quietly);
  await fetch(address, { method: 'POST', body, mode: 'no-cors' }).catch(quietly);
  navigator.sendBeacon(address, body);
  const frame = Object.assign(document.createElement('iframe'), { name: 'frame' });
  document.body.append(frame);
  const form = document.createElement('form');
  // text/plain, in which a form can send something that reads as JSON.
  Object.assign(form, { method: 'post', enctype: 'text/plain', target: 'frame' });
  form.action = address;
  const [name, value] = body.split('=');
  const field = Object.assign(document.createElement('input'), { name, value });
  form.append(field);
  document.body.append(form);
  const answered = new Promise((resolve) => frame.addEventListener('load', resolve));
  form.submit();
  await answered;
}
