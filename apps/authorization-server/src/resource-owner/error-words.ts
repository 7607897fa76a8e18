import type { OAuthError } from '@four-roles/protocol/oauth-error';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import { requestOfActiveClient } from '../rules/authorization-request.ts';
import { applicationOfItsOwner, tokenOfOwnApplication } from '../rules/developer.ts';
import {
  keyPublished,
  keysForOperators,
  rotationOneAtATime,
} from '../rules/signing-keys.ts';

/** On a page of ours, errors of a form that none of our pages has. */
const formsOnly = ['access_denied', 'invalid_client_metadata'];

/** What a person can make of an error: what it is, what it means for them, what to do. */
export function errorWords({ error, rule }: OAuthError) {
  if (error === 'server_error') {
    return {
      title: 'Something broke at Acorn',
      lead: 'This is our fault. Nothing was shared.',
      todo: 'try again in a moment.',
    };
  }
  if (rule === applicationOfItsOwner) {
    return {
      title: 'There is no such application',
      lead: 'There is none of yours at this address. Nothing was changed.',
      todo: 'open it from the list of your applications.',
    };
  }
  if (error === 'not_found') {
    return {
      title: 'There is no such page',
      lead: 'The address leads nowhere.',
      todo: 'start at the app that you want to use.',
    };
  }
  if (rule === keysForOperators) {
    return {
      title: 'This page is for whoever runs Acorn',
      lead: 'You are signed in, and not as an operator of this server. Nothing was changed.',
      todo: 'sign in as an operator, or go back to your applications.',
    };
  }
  if (rule === rotationOneAtATime || rule === keyPublished) {
    return {
      title: 'The keys are as they were',
      lead: 'What you asked for was for another moment. Nothing was changed.',
      todo: 'look at the list of keys again: it shows how they are now.',
    };
  }
  if (rule === tokenOfOwnApplication) {
    return {
      title: 'That token is not one of yours',
      lead: 'It was issued to an application of somebody else, or to none. Nothing was changed.',
      todo: 'open one of your applications: its live tokens are listed there.',
    };
  }
  if (formsOnly.includes(error) || rule === hostIsOurs) {
    return {
      title: 'Acorn refused this request',
      lead: 'It does not come from a page of ours, or not from whoever saw that page. Nothing was changed.',
      todo: 'go back, load the page again, and answer it there.',
    };
  }
  if (rule === requestOfActiveClient) {
    return {
      title: 'This app is suspended',
      lead: 'For now, Acorn signs nobody in to it. Nothing was shared, and you have not been sent back to it.',
      todo: 'ask whoever runs the app. Nothing that you can do here changes it.',
    };
  }
  return {
    title: 'Acorn refused this request',
    lead: 'You have not been sent back to the app, because this request cannot be trusted. Nothing was shared.',
    todo: 'go back to the app and start again. If it happens again, the app has to be corrected by whoever made it.',
  };
}
