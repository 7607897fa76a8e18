/**
 * The inspector's own pages and endpoints: which request is answered by which
 * file. What passes through the wiretap is not here: see wiretap/.
 */
import { canonicalHost } from '@four-roles/runtime/canonical-host';
import { Hono } from 'hono';
import { clear } from './endpoints/clear.ts';
import { clock } from './endpoints/clock.ts';
import { events } from './endpoints/events.ts';
import { exchange } from './endpoints/exchange.ts';
import { exported } from './endpoints/export.ts';
import { next, run } from './endpoints/go-on.ts';
import { drop, releaseRequest, releaseResponse } from './endpoints/held.ts';
import { keys } from './endpoints/keys.ts';
import { page } from './endpoints/page.ts';
import { wholeRecording } from './endpoints/recording.ts';
import { reset } from './endpoints/reset.ts';
import { sendAgain } from './endpoints/send-again.ts';
import { setup } from './endpoints/setup.ts';
import { step } from './endpoints/step.ts';
import { viewerScript, viewerStyle } from './endpoints/viewer-files.ts';
import { worker } from './endpoints/worker.ts';
import { errorResponse, notFound } from './error-response.ts';
import { onlyOwnPage } from './guard.ts';
import type { Launcher } from './launcher.ts';
import type { KeySet } from './recording/exchange.ts';
import type { LiveRecording } from './recording/recording.ts';
import { limitedBody } from './request-input.ts';
import { neverStored, securityHeaders } from './security-headers.ts';
import type { Viewer } from './viewer-build.ts';

export type AppOptions = {
  /** The inspector's own. */
  origin: string;
  recording: LiveRecording;
  viewer: Viewer;
  /** The authorization server's key set as it is now. */
  fetchKeys: () => Promise<KeySet>;
  launcher: Launcher | undefined;
  /** When it is aborted, streams of events end. */
  stopping: AbortSignal;
};

export function createApp(options: AppOptions): Hono {
  const { origin, recording, viewer, fetchKeys, launcher, stopping } = options;
  const { origins } = recording;

  const app = new Hono();
  app.onError(errorResponse);
  app.notFound(notFound);
  app.use(securityHeaders, neverStored);
  app.use(canonicalHost(origin));
  app.use('/api/*', onlyOwnPage(origin), limitedBody);

  app.get('/', page);
  app.get('/viewer.js', viewerScript(viewer));
  app.get('/viewer.css', viewerStyle(viewer));
  app.get('/health', (c) => c.json({ status: 'ok' }));

  // What there is to see.
  app.get('/api/setup', setup(recording));
  app.get('/api/events', events(recording, stopping));
  app.get('/api/recording', wholeRecording(recording));
  app.get('/api/exchanges/:id', exchange(recording));
  app.get('/api/keys', keys(fetchKeys));
  app.get('/api/export/:format', exported(recording, viewer, fetchKeys));

  // What is held in the wire, and how it goes on.
  app.post('/api/step', step(recording));
  app.post('/api/next', next(recording));
  app.post('/api/run', run(recording));
  app.post('/api/held/:exchange/request/release', releaseRequest(recording));
  app.post('/api/held/:exchange/response/release', releaseResponse(recording));
  app.post('/api/held/:exchange/request/drop', drop(recording, 'request'));
  app.post('/api/held/:exchange/response/drop', drop(recording, 'response'));

  // What is made to happen.
  app.post('/api/exchanges/:id/send-again', sendAgain(recording));
  app.post('/api/worker', worker(origins.worker));
  app.post('/api/clock', clock(recording));
  app.post('/api/clear', clear(recording));
  app.post('/api/reset', reset(recording, launcher));
  return app;
}
