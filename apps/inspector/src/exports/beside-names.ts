/**
 * Short secrets, which are found by the name beside them: "ada" stands in many
 * places as a word.
 */
import type { Place } from './places.ts';
import { placeholderName, type Secret } from './secrets-of.ts';
import { spellings } from './spelling.ts';

/** Beside one name. With more spellings than these, nothing that stands there is shown. */
const mostSpellings = 2000;

/** `password=x`, also percent-encoded, `"password":"x"`, and as a part of a form: three patterns for each name. */
export function besideNames(secrets: Secret[]): (text: string) => string {
  const patterns = [...spellingsByName(secrets)].flatMap(([name, placeholders]) => {
    const isFull = placeholders.size > mostSpellings;
    const values = [...placeholders.keys()].map((one) => RegExp.escape(one)).join('|');
    const inForm = isFull ? String.raw`(?:(?!%(?:25)*26)[^&;\s"'<#\\])+` : values;
    const inJson = isFull ? String.raw`(?:[^"\\]|\\.)+` : values;
    const instead = (_: string, key: string, found: string) =>
      key + (isFull ? `MASKED-${placeholderName(name)}-0` : placeholders.get(found)!);
    // Not the end of a longer name; a name may follow on `%26`.
    const key = String.raw`(?:(?<![\w-])|(?<=%[\dA-Fa-f]{2}))${RegExp.escape(name)}`;
    return [
      String.raw`(${key}(?: {0,9}= {0,9}|%(?:25)*3D))(${inForm})(?=$|[&;\s"'<#\\]|%(?:25)*26)`,
      String.raw`("${RegExp.escape(name)}"\s*:\s*")(${inJson})(?=")`,
      String.raw`(name="${RegExp.escape(name)}"(?:[^\n]+\n){1,5}?\r?\n)(${inForm})(?=\r?\n)`,
    ].map((source) => ({ pattern: new RegExp(source, 'g'), instead }));
  });
  return (text) =>
    patterns.reduce(
      (result, { pattern, instead }) => result.replace(pattern, instead),
      text,
    );
}

/** By name, every spelling of a value that stands beside it, and what takes its place. */
function spellingsByName(secrets: Secret[]): Map<string, Map<string, string>> {
  const byName = new Map<string, Map<string, string>>();
  for (const { value, placeholder, places } of secrets) {
    const texts = [value, ...spelledIn(places)].flatMap((one) => [...spellings(one)]);
    for (const name of new Set(places.map((place) => place.name))) {
      const placeholders = byName.get(name) ?? new Map<string, string>();
      byName.set(name, placeholders);
      if (placeholders.size > mostSpellings) continue;
      for (const text of texts) placeholders.set(text, placeholder);
    }
  }
  return byName;
}

/** As it stood there, whoever encoded it. */
export function spelledIn(places: Place[]): string[] {
  return [...new Set(places.map(({ spelled }) => spelled))];
}
