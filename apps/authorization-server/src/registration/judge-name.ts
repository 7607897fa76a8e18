/** The name of a client, and what it says that it is for. */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { check } from '@four-roles/protocol/rule';
import { descriptionShort } from '../rules/client-metadata.ts';
import * as rules from '../rules/client-name.ts';
import type { Circumstances } from './circumstances.ts';
import { essenceOf, skeletonOf } from './name-skeleton.ts';

const ourName = skeletonOf('Acorn');

/** Control, format (direction of writing, zero width), unassigned, private; and fillers. */
const invisible = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u;
const markup = /[<>`]|&#?\w+;/;
const oneLine = /^\S+( \S+)*$/u;

export function judgeName(metadata: ClientMetadata, there: Circumstances): void {
  const name = metadata.client_name ?? '';
  const skeleton = skeletonOf(name);
  check(rules.clientNameGiven, skeleton !== '', { received: name });
  check(rules.clientNameShort, charactersIn(name) <= 60 && [...name].length <= 240, {
    expected: 'at most 60',
    received: charactersIn(name),
  });
  const plain = oneLine.test(name) && !invisible.test(name) && !markup.test(name);
  check(rules.clientNamePlain, plain, { received: name });
  check(rules.clientNameNotOurs, !skeleton.includes(ourName), { received: name });
  const essence = essenceOf(name);
  const alike = there.otherNames.find((other) => essenceOf(other) === essence);
  check(rules.clientNameUnlikeOthers, alike === undefined, {
    expected: alike && `a name that does not look like ${alike}`,
    received: name,
  });
}

export function judgeDescription({ description = '' }: ClientMetadata): void {
  const plain = !invisible.test(description) && !markup.test(description);
  check(descriptionShort, plain && charactersIn(description) <= 300, {
    expected: 'at most 300 visible characters',
    received: description,
  });
}

/** As a person counts them: an accent belongs to its letter. */
function charactersIn(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length;
}
