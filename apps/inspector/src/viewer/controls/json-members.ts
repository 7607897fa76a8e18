/**
 * The members of a JSON object as fields, and the object's text with only those
 * changed that somebody touched: white space, order, repeated names and long
 * numbers stay as they came.
 */
export type Member = {
  name: string;
  /** A string without its quotes; anything else as JSON. */
  value: string;
  isString: boolean;
  /** What stands before the name: the brace or the comma, and white space. */
  lead: string;
  /** Name, colon and white space as they were read. */
  key?: string;
  /** The value as it was read; `undefined` where somebody changed it. */
  raw?: string;
};

export type JsonObject = { members: Member[]; tail: string };

const string = String.raw`"(?:[^"\\]|\\.)*"`;
const keyPattern = new RegExp(String.raw`([\s,{]*)(${string}\s*:\s*)`, 'y');
const scalarPattern = new RegExp(`${string}|[^\\s,\\]}]+`, 'y');
const tokenPattern = new RegExp(`${string}|[{}\\[\\]]|[^"{}\\[\\]]+`, 'y');

/** @returns `undefined` where the text is no JSON object */
export function readMembers(text: string): JsonObject | undefined {
  if (!isObject(text)) return undefined;
  const members: Member[] = [];
  let at = 0;
  for (;;) {
    keyPattern.lastIndex = at;
    const match = keyPattern.exec(text);
    if (!match) return { members, tail: text.slice(at) };
    const [, lead = '', key = ''] = match;
    const start = keyPattern.lastIndex;
    at = endOfValue(text, start);
    const raw = text.slice(start, at);
    const isString = raw.startsWith('"');
    const value = isString ? JSON.parse(raw) : raw;
    const name = JSON.parse(key.replace(/\s*:\s*$/, ''));
    members.push({ name, value, isString, lead, key, raw });
  }
}

export function writeMembers({ members, tail }: JsonObject): string {
  if (members.length === 0) return tail.startsWith('{') ? tail : `{${tail}`;
  const written = members.map(({ lead, key, name, ...member }) => {
    return `${lead}${key ?? `${JSON.stringify(name)}:`}${valueText(member)}`;
  });
  return written.join('') + tail;
}

/** The comma goes with it, and the brace stays. */
export function removeMember(object: JsonObject, index: number): JsonObject {
  const members = object.members.filter((_, at) => at !== index);
  const first = members[0];
  if (index === 0 && first) members[0] = { ...first, lead: object.members[0]!.lead };
  return { ...object, members };
}

/** A text without a name or a value, behind the others. */
export function addMember(object: JsonObject): JsonObject {
  const first = object.members.length === 0;
  const member = { name: '', value: '', isString: true, lead: first ? '{' : ',' };
  return { members: [...object.members, member], tail: first ? '}' : object.tail };
}

function valueText({ raw, value, isString }: Pick<Member, 'raw' | 'value' | 'isString'>) {
  if (raw !== undefined) return raw;
  return isString || !isJson(value) ? JSON.stringify(value) : value;
}

function endOfValue(text: string, start: number): number {
  if (text[start] !== '{' && text[start] !== '[') {
    scalarPattern.lastIndex = start;
    scalarPattern.exec(text);
    return scalarPattern.lastIndex;
  }
  let depth = 0;
  tokenPattern.lastIndex = start;
  for (;;) {
    const token = tokenPattern.exec(text)?.[0];
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth === 0 || token === undefined) return tokenPattern.lastIndex;
  }
}

function isObject(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  return isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
