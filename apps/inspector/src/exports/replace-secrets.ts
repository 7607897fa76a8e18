/**
 * Finds secrets in a text, in every spelling, in one pass however many there
 * are, and puts their placeholders there.
 */
import { decodeBase64, encodeBase64, encodeBase64url, toBytes } from './base64.ts';
import type { Secret } from './secrets-of.ts';
import { spellings } from './spelling.ts';

type Needle = { text: string; placeholder: string; inBase64?: true };

/** Shorter ones are found by the name beside them: "ada" stands in many places as a word. */
const shortest = 8;

export function secretReplacer(secrets: Secret[]): (text: string) => string {
  const [long, short] = [true, false].map((isLong) =>
    secrets.filter(({ value }) => value.length >= shortest === isLong),
  ) as [Secret[], Secret[]];
  const byBeginning = Map.groupBy(
    long.flatMap(needlesOf).sort((a, b) => b.text.length - a.text.length),
    ({ text }) => text.slice(0, shortest),
  );
  const begins = new Uint8Array(0x10000);
  for (const beginning of byBeginning.keys()) begins[fingerprint(beginning, 0)] = 1;
  const besideNames = short.flatMap(patternsOf);
  return replace;

  function replace(text: string): string {
    let result = '';
    let copied = 0;
    for (let at = 0; at + shortest <= text.length; at += 1) {
      if (begins[fingerprint(text, at)] === 0) continue;
      const candidates = byBeginning.get(text.slice(at, at + shortest));
      if (!candidates) continue;
      const end = text.length - cutMark(text).length;
      const needle = candidates.find((one) => stands(one.text, text, at, end));
      if (!needle) continue;
      const found = { from: at, to: Math.min(at + needle.text.length, end) };
      const { from, to, instead } = (needle.inBase64 &&
        reencoded(text, copied, found)) || { ...found, instead: needle.placeholder };
      result += text.slice(copied, from) + instead;
      copied = to;
      at = to - 1;
    }
    result += text.slice(copied);
    for (const { pattern, placeholder } of besideNames) {
      result = result.replace(pattern, (_, name: string) => name + placeholder);
    }
    return result;
  }

  /** All that is encoded together is decoded, masked, and encoded again. */
  function reencoded(text: string, copied: number, found: { from: number; to: number }) {
    const [before = ''] = /[\w+/-]*$/.exec(text.slice(copied, found.from)) ?? [];
    const [after = ''] = /^[\w+/-]*=*/.exec(text.slice(found.to)) ?? [];
    const from = found.from - before.length;
    const to = found.to + after.length;
    const encoded = text.slice(from, to);
    const decoded = decodeBase64(encoded);
    const masked = replace(decoded ?? '');
    if (decoded === undefined || masked === decoded) return undefined;
    const encode = /[-_]/.test(encoded) ? encodeBase64url : encodeBase64;
    return { from, to, instead: encode(masked) };
  }
}

/** Tells at nearly every position that no secret begins there: a recording has millions of them. */
function fingerprint(text: string, at: number): number {
  let print = 0;
  for (let next = at; next < at + 4; next += 1) {
    print = ((print << 4) ^ text.charCodeAt(next)) & 0xffff;
  }
  return print;
}

/** What a text ends with that was shortened, such as the evidence of a rule: `"abcdefgh..."` */
function cutMark(text: string): string {
  return /(?: ?\.\.\.)?["\]}]*$/.exec(text.slice(-20))?.[0] ?? '';
}

/** The needle, or where the text ends before it does: its beginning. */
function stands(needle: string, text: string, at: number, end: number): boolean {
  if (text.startsWith(needle, at)) return true;
  const rest = at + needle.length > end ? text.slice(at, end) : '';
  return rest.length >= shortest && needle.startsWith(rest);
}

function needlesOf({ value, placeholder, places }: Secret): Needle[] {
  const written = places
    .map(({ spelled }) => spelled)
    .filter((one) => !one.includes('.'));
  const texts = new Set(
    [value, toBytes(value), ...written].flatMap((one) => [...spellings(one)]),
  );
  return [
    ...[...texts].map((text) => ({ text, placeholder })),
    ...insideBase64(toBytes(value)).map((text) => ({
      text,
      placeholder,
      inBase64: true as const,
    })),
  ];
}

/**
 * How bytes look inside a longer text in base64: three ways, by how many bytes
 * stand before them, without the characters that their neighbours have a part in.
 */
function insideBase64(bytes: string): string[] {
  const plain = [0, 1, 2].map((before) =>
    encodeBase64('\0'.repeat(before) + bytes).slice(
      Math.ceil((before * 8) / 6),
      Math.floor(((before + bytes.length) * 8) / 6),
    ),
  );
  return [...plain, ...plain.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** `password=x`, also percent-encoded, and `"password":"x"`. */
function patternsOf({ value, placeholder, places }: Secret) {
  const names = new Set(places.map(({ name }) => name));
  const values = [...spellings(value)].map((one) => RegExp.escape(one)).join('|');
  return [...names].flatMap((name) => {
    // Not the end of a longer name; a name may follow on `%26`.
    const key = `(?:(?<![\\w-])|(?<=%[\\dA-Fa-f]{2}))${RegExp.escape(name)}`;
    return [
      `(${key}(?:=|%(?:25)*3D))(?:${values})(?=$|[&;\\s"'<#\\\\]|%(?:25)*26)`,
      `("${RegExp.escape(name)}"\\s*:\\s*")(?:${values})(?=")`,
    ].map((source) => ({ pattern: new RegExp(source, 'g'), placeholder }));
  });
}
