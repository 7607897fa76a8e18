/**
 * One value is spelled in many ways: percent-encoded in an address, once more
 * where an address stands in a form, with entities in a page, with backslashes
 * in JSON.
 */

/** @see https://url.spec.whatwg.org/#urlencoded-parsing */
export function formDecode(text: string): string {
  return new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('') ?? '';
}

/** @see https://url.spec.whatwg.org/#urlencoded-serializing */
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

export function htmlDecode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => characters[entity]!);
}

export function htmlEncode(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const characters: Record<string, string> = {
  '&#x27;': "'",
  ...Object.fromEntries(Object.entries(entities).map(([one, entity]) => [entity, one])),
};

/** Characters: about as many as a server takes (RFC 9112, section 3). */
const longestInAddress = 8000;

/** Every spelling in which a value could stand somewhere; of most values that is one. */
export function spellings(value: string): Set<string> {
  const encoded = new Set([value]);
  // As deep as a form within a form within an address, where it fits into an address.
  const deepest = value.length > longestInAddress ? 1 : 3;
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const one of [...encoded]) {
      encoded.add(percentEncode(one)).add(formEncode(one));
      encoded.add(percentEncode(one).replace(/%../g, lowerCase));
      encoded.add(formEncode(one).replace(/%../g, lowerCase));
    }
  }
  return new Set(
    [...encoded].flatMap((one) => {
      const html = htmlEncode(one);
      const json = JSON.stringify(one).slice(1, -1);
      return [one, html, html.replaceAll('&#39;', '&#x27;'), json, jsonInPage(json)];
    }),
  );
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** As `encodeURIComponent`, which throws at half of a surrogate pair. */
function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** JSON inside a script of a page, and a string of JSON inside of that. */
function jsonInPage(json: string): string {
  return json.replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
}
