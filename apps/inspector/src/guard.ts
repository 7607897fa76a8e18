/**
 * Who may read the recording and press the buttons: the inspector's own page,
 * and a person at the keyboard with curl.
 */
import { check } from '@four-roles/protocol/rule';
import type { MiddlewareHandler } from 'hono';
import { controlAskedByOwnPage, recordingReadByOwnPage } from './rules/own-page.ts';

/**
 * For everything under /api.
 *
 * @param origin the inspector's own
 */
export function onlyOwnPage(origin: string): MiddlewareHandler {
  return function onlyOwnPage(c, next) {
    // 1. Nobody else's page reads. What is no browser sends no Sec-Fetch-Site.
    const site = c.req.header('Sec-Fetch-Site');
    check(recordingReadByOwnPage, site === undefined || isOwn(site), {
      expected: ['same-origin', 'none'],
      received: site,
    });

    // 2. Nobody else's page changes anything.
    if (!['GET', 'HEAD'].includes(c.req.method)) {
      const received = c.req.header('Origin');
      check(controlAskedByOwnPage, received === origin, { expected: origin, received });
    }
    return next();
  };
}

function isOwn(site: string): boolean {
  return site === 'same-origin' || site === 'none';
}
