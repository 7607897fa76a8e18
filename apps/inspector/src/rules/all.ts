/**
 * Every rule of the inspector.
 */
import type { Rule } from '@four-roles/protocol/rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import * as ownPage from './own-page.ts';

export const allRules: readonly Rule[] = [hostIsOurs, ...Object.values(ownPage)];
