/**
 * The rule book: clause -> rule -> code -> test, as Markdown.
 */
import { specificationLink } from '@four-roles/protocol/specification-link';
import { PlainError } from './plain-error.ts';
import type { RuleInUse } from './rules-in-use.ts';

const begin = '<!-- rule book -->';
const end = '<!-- /rule book -->';

/**
 * The document with the tables between its two markers.
 *
 * @throws {PlainError} where it has no such markers
 */
export function withRuleBook(document: string, rules: RuleInUse[]): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) {
    throw new PlainError(`README.md has no ${begin} ... ${end} to write between.`);
  }
  return `${document.slice(0, from)}${begin}\n\n${ruleBook(rules)}\n${document.slice(to)}`;
}

/** One table for each role. */
function ruleBook(rules: RuleInUse[]): string {
  const roles = Map.groupBy(rules, (rule) => rule.role);
  const tables = [...roles].map(([role, rulesOfRole]) =>
    [
      `#### ${heading(role)}`,
      '',
      '| rule | clause | level | what it stops | code | test |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rulesOfRole.map(row),
      '',
    ].join('\n'),
  );
  return `${rules.length} rules.\n\n${tables.join('\n')}`;
}

function row({ rule, code, tests }: RuleInUse): string {
  const cells = [
    `**${rule.id}**: ${rule.says}`,
    `[${rule.spec}](${specificationLink(rule.spec)})`,
    rule.level,
    rule.stops,
    links(code),
    links(tests),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** `[token.ts](apps/.../token.ts)` */
function links(files: string[]): string {
  return files.map((file) => `[${file.split('/').at(-1)}](${file})`).join(', ');
}

function heading(role: string): string {
  const words = role.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}
