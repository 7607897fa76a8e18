/**
 * Finds secrets in a text, in every spelling, in one pass however many there
 * are, and puts their placeholders there.
 */
import { decodeBase64, encodeBase64, encodeBase64url, toBytes } from './base64.ts';
import { besideNames, spelledIn } from './beside-names.ts';
import type { Secret } from './secrets-of.ts';
import { spellings } from './spelling.ts';

type Needle = { text: string; placeholder: string; inBase64?: true };

/** Shorter ones are found by the name beside them. */
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
  const replaceShort = besideNames(short);
  return replace;

  function replace(text: string): string {
    let result = '';
    let copied = 0;
    let run: Run = { to: 0, tried: new Set() };
    for (let at = 0; at + shortest <= text.length; at += 1) {
      if (begins[fingerprint(text, at)] === 0) continue;
      const candidates = byBeginning.get(text.slice(at, at + shortest));
      if (!candidates) continue;
      const end = text.length - cutMark(text).length;
      const needle = candidates.find((one) => stands(one.text, text, at, end));
      if (!needle) continue;
      const found = { from: at, to: Math.min(at + needle.text.length, end) };
      if (needle.inBase64 && at >= run.to) {
        run = { to: endOfRun(text, found.to), tried: new Set() };
      }
      const { from, to, instead } = (needle.inBase64 &&
        reencoded(text, copied, at, run)) || { ...found, instead: needle.placeholder };
      result += text.slice(copied, from) + instead;
      copied = to;
      at = to - 1;
    }
    result += text.slice(copied);
    return replaceShort(result);
  }

  /** All that is encoded together is decoded, masked, and encoded again. */
  function reencoded(text: string, copied: number, at: number, { to, tried }: Run) {
    let from = at;
    while (from > copied && isBase64(text, from - 1)) from -= 1;
    // Four characters are three bytes: from here on it would say the same as it did.
    if (tried.has(from % 4)) return undefined;
    tried.add(from % 4);
    const encoded = text.slice(from, to);
    const decoded = decodeBase64(encoded);
    const masked = replace(decoded ?? '');
    if (decoded === undefined || masked === decoded) return undefined;
    const encode = /[-_]/.test(encoded) ? encodeBase64url : encodeBase64;
    return { from, to, instead: encode(masked) };
  }
}

/**
 * Characters of base64 without a gap. A hostile text is full of them: each run
 * is walked through once, however many secrets seem to stand in it.
 */
type Run = {
  to: number;
  /** From which positions it was decoded, modulo four, with no secret in it. */
  tried: Set<number>;
};

function isBase64(text: string, at: number): boolean {
  return /[\w+/-]/.test(text[at]!);
}

function endOfRun(text: string, from: number): number {
  const run = /[\w+/-]*=*/y;
  run.lastIndex = from;
  run.test(text);
  return run.lastIndex;
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
  const texts = new Set(
    [value, toBytes(value), ...spelledIn(places)].flatMap((one) => [...spellings(one)]),
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
