/**
 * Every rule of every role, with the files that enforce it and the files that
 * prove it.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '@four-roles/protocol/rule';
import { rootFolder } from './root-folder.ts';

export type RuleInUse = {
  /** The folder under apps/ (the inspector's too, which is no role), or `several roles`. */
  role: string;
  rule: Rule;
  /** Files that enforce it, from the root. */
  code: string[];
  /** Files with `provesRule(theRule, ...)`, from the root. */
  tests: string[];
};

const apps = ['client', 'authorization-server', 'resource-server', 'worker', 'inspector'];

/** In the order of the roles, and within a role as its files have them. */
export async function rulesInUse(): Promise<RuleInUse[]> {
  const files = readSources();
  const rulesOf = new Map<string, Set<Rule>>();
  for (const app of apps) {
    const list = join(rootFolder, 'apps', app, 'src/rules/all.ts');
    const rules: Rule[] = existsSync(list) ? (await import(list)).allRules : [];
    rulesOf.set(app, new Set(rules));
  }
  const severalRoles = rulesOfSeveral([...rulesOf.values()]);
  const inUse = (role: string, rules: Iterable<Rule>) =>
    asWritten([...rules], role, files).map((rule) => ({
      role,
      rule,
      ...placesOf(rule, role, files),
    }));
  return [
    ...inUse('several roles', severalRoles),
    ...apps.flatMap((app) => inUse(app, rulesOf.get(app)!.difference(severalRoles))),
  ];
}

/** The name of the constant that a rule is declared as: `code-verifier-matches` -> `codeVerifierMatches`. */
function constantName(rule: Rule): string {
  return rule.id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function rulesOfSeveral(sets: Set<Rule>[]): Set<Rule> {
  const all = sets.flatMap((set) => [...set]);
  return new Set(all.filter((rule, index) => all.indexOf(rule) !== index));
}

/** A module lists its exports by the alphabet: file by file, back to the order of the text. */
function asWritten(rules: Rule[], role: string, files: Map<string, string>): Rule[] {
  const sources = [...files].filter(([file]) =>
    file.startsWith(`apps/${role}/src/rules/`),
  );
  const declared = rules.map((rule) => {
    const declaration = `export const ${constantName(rule)}:`;
    const [file, text] = sources.find(([, text]) => text.includes(declaration)) ?? [];
    return { rule, file, position: text?.indexOf(declaration) ?? 0 };
  });
  return [...Map.groupBy(declared, ({ file }) => file).values()]
    .flatMap((inOneFile) => inOneFile.sort((a, b) => a.position - b.position))
    .map(({ rule }) => rule);
}

function placesOf(rule: Rule, role: string, files: Map<string, string>) {
  const name = constantName(rule);
  const own =
    role === 'several roles' ? /^(apps|packages)\// : new RegExp(`^apps/${role}/`);
  const matching = (folder: RegExp, pattern: RegExp) =>
    [...files]
      .filter(([file, text]) => own.test(file) && folder.test(file) && pattern.test(text))
      .map(([file]) => file);
  return {
    // `check(theRule, ...)`; where several rules share their steps, the one to check is handed on.
    code: matching(
      /\/src\/(?!rules\/)/,
      new RegExp(`(\\w\\(\\s*|[^=!]= )(\\w+\\.)?${name}\\b`),
    ),
    tests: matching(/\/test\//, new RegExp(`\\bprovesRule\\(\\s*(\\w+\\.)?${name}\\b`)),
  };
}

function readSources(): Map<string, string> {
  const pattern = '{apps,packages}/*/{src,test}/**/*.{ts,tsx}';
  const names = globSync(pattern, { cwd: rootFolder }).sort();
  return new Map(
    names.map((name) => [
      name,
      withoutComments(readFileSync(join(rootFolder, name), 'utf8')),
    ]),
  );
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
