/**
 * The resource server: which request is answered by which file.
 */
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import { type Clock, steadyClock } from '@four-roles/protocol/clock';
import { canonicalHost } from '@four-roles/runtime/canonical-host';
import type { Database } from '@four-roles/runtime/database';
import { requestLog } from '@four-roles/runtime/request-log';
import { watchRequests } from '@four-roles/runtime/rule-watch';
import { strictTransport } from '@four-roles/runtime/strict-transport';
import { Hono } from 'hono';
import { admission } from './access/admit.ts';
import { authorizationServerOf } from './access/authorization-server.ts';
import { judgeTokens } from './access/judge-token.ts';
import { keySetOf } from './access/key-set.ts';
import { rateLimit } from './access/rate-limit.ts';
import { type RevocationMode, revocationChecks } from './access/revocation-check.ts';
import { verifiedTokens } from './access/verified-tokens.ts';
import { createContact } from './endpoints/create-contact.ts';
import { createPayment } from './endpoints/create-payment.ts';
import { gateway } from './endpoints/gateway.ts';
import { health } from './endpoints/health.ts';
import { home, homeHeaders } from './endpoints/home.ts';
import { listContacts } from './endpoints/list-contacts.ts';
import { listMessages } from './endpoints/list-messages.ts';
import { listPayments } from './endpoints/list-payments.ts';
import { picture } from './endpoints/picture.ts';
import { protectedResourceMetadata } from './endpoints/protected-resource-metadata.ts';
import { readMessage } from './endpoints/read-message.ts';
import { readPayment } from './endpoints/read-payment.ts';
import { sendMessage } from './endpoints/send-message.ts';
import { tokenVerdicts } from './endpoints/token-verdicts.ts';
import { userinfo } from './endpoints/userinfo.ts';
import { errorResponse } from './error-response.ts';
import { preflight } from './json-response.ts';
import { limitBody } from './request-input.ts';
import { allResources } from './resources.ts';
import { openContacts } from './storage/contacts.ts';
import { openMailbox } from './storage/mailbox.ts';
import { openPayments } from './storage/payments.ts';
import { openPeople } from './storage/people.ts';
import { unrouted } from './unrouted.ts';

export type AppOptions = {
  /** The public origin of this server. */
  origin: string;
  /** The one authorization server whose tokens are accepted. */
  issuer: string;
  database: Database;
  clock: Clock;
  /** Where /gateway leads, without a slash at the end. */
  upstream: string;
  /** How it learns that a token was revoked. */
  revocationCheck: RevocationMode;
  /** With which it asks the authorization server; only `local` does without. */
  credentials: ClientCredentials | undefined;
  /** For a lab: the ids of rules that are switched off. */
  rulesOff?: ReadonlySet<string>;
  /** For development: answers tell what the rules said. */
  traceRules?: boolean;
  fetch?: typeof globalThis.fetch;
  /** Where the details of an unforeseen error go. */
  log?: (line: string) => void;
  /** Where the line of each request goes; nowhere unless said. */
  logRequest?: (line: string) => void;
};

export function createApp(options: AppOptions): Hono {
  const { origin, issuer, database, clock, upstream } = options;
  const { revocationCheck, credentials } = options;
  const { rulesOff = new Set(), traceRules = false } = options;
  const { fetch = globalThis.fetch, log = console.error } = options;

  const authorizationServer = authorizationServerOf(issuer, clock, fetch);
  // How old an answer is: a clock that is set back does not make it younger.
  const age = steadyClock(clock);
  const keys = keySetOf(authorizationServer, age);
  const judge = judgeTokens(issuer, keys, verifiedTokens(clock), clock);
  const checks = revocationChecks(authorizationServer, credentials, age);
  const refuseRevoked = checks[revocationCheck];
  if (!refuseRevoked) throw new Error(`${revocationCheck} needs credentials`);
  const admit = admission(origin, judge, refuseRevoked);

  const people = openPeople(database);
  const mailbox = openMailbox(database);
  const contacts = openContacts(database);
  const payments = openPayments(database);

  const app = new Hono();
  app.onError(errorResponse(origin, log));
  app.notFound(unrouted(app));
  app.use(requestLog('resource-server', options.logRequest));
  watchRequests(app, { trace: traceRules, off: rulesOff });
  app.use(strictTransport(origin));
  app.use(canonicalHost(origin));

  app.options('*', preflight);
  app.get('/', homeHeaders, home(issuer));
  app.get('/health', health);
  app.get('/pictures/:name', picture);
  for (const resource of allResources) {
    app.get(
      `/.well-known/oauth-protected-resource${resource.path}`,
      protectedResourceMetadata(origin, issuer, resource),
    );
  }

  app.on(['GET', 'POST'], '/user/userinfo', userinfo(origin, admit, people));
  app.get('/user/messages', listMessages(admit, people, mailbox));
  app.get('/user/messages/:id', readMessage(admit, people, mailbox));
  app.post(
    '/user/messages',
    limitBody,
    sendMessage(origin, admit, people, mailbox, clock),
  );

  app.get('/business/contacts', listContacts(admit, contacts));
  app.post('/business/contacts', limitBody, createContact(admit, contacts, clock));
  app.get('/business/payments', listPayments(admit, payments, clock));
  app.post(
    '/business/payments',
    limitBody,
    createPayment(origin, admit, payments, clock),
  );
  app.get('/business/payments/:id', readPayment(admit, payments, clock));

  app.get('/token-verdicts', tokenVerdicts(origin, judge, checks, revocationCheck));

  app.all(
    '/gateway/*',
    limitBody,
    gateway(upstream, admit, rateLimit(clock), clock, fetch),
  );

  return app;
}
