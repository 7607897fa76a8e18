/**
 * From the rule that was broken to the page that explains it: each rule of the
 * client stands here once.
 */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import * as api from '../rules/api-call.ts';
import * as answer from '../rules/authorization-response.ts';
import * as idToken from '../rules/id-token.ts';
import * as serverMetadata from '../rules/server-metadata.ts';
import * as session from '../rules/session.ts';
import * as signIn from '../rules/sign-in.ts';
import * as tokenResponse from '../rules/token-response.ts';
import type { ProblemKind } from './kinds.ts';

const rulesOfKind: [ProblemKind, Rule[]][] = [
  ['link-refused', [signIn.returnToSameSite, signIn.scopeOfThisApp]],
  ['sign-in-unknown', [answer.stateKnown]],
  ['other-browser', [answer.stateOfThisBrowser]],
  ['sign-in-too-old', [answer.attemptFresh]],
  ['sign-in-finished', [answer.attemptUsedOnce]],
  ['issuer-mismatch', [answer.responseFromIssuer]],
  ['access-denied', [answer.errorIsNotSuccess]],
  ['code-missing', [answer.codePresent]],
  ['id-token-invalid', Object.values(idToken)],
  ['not-there', [api.tokenStaysWithItsResource]],
  ['cross-site', [hostIsOurs, session.postFromThisSite]],
  ['sign-in-needed', [session.sessionUnexpired]],
  [
    'answer-invalid',
    [
      parametersNotRepeated,
      ...Object.values(serverMetadata),
      ...Object.values(tokenResponse),
      api.userinfoWellFormed,
      api.userinfoSameSubject,
      api.apiAnswerWellFormed,
      api.pictureFromResourceServer,
    ],
  ],
];

export const kindOfRule: ReadonlyMap<Rule, ProblemKind> = new Map(
  rulesOfKind.flatMap(([kind, rules]) => rules.map((rule) => [rule, kind])),
);
