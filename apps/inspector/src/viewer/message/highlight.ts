/** highlight.js with the three languages that cross this wire. */
import highlighter from 'highlight.js/lib/core';
import http from 'highlight.js/lib/languages/http';
import json from 'highlight.js/lib/languages/json';
import xml from 'highlight.js/lib/languages/xml';

highlighter.registerLanguage('http', http);
highlighter.registerLanguage('json', json);
highlighter.registerLanguage('xml', xml);

export type Language = 'http' | 'json' | 'xml';

/** Longer texts are shown as they are: highlighting them would take a while. */
const longestHighlighted = 100_000;

/** @returns HTML in which the text is escaped; `undefined` where it is too long */
export function highlight(text: string, language: Language): string | undefined {
  if (text.length > longestHighlighted) return undefined;
  return highlighter.highlight(text, { language, ignoreIllegals: true }).value;
}

/** @param contentType as in the header */
export function languageOf(contentType: string): Language | undefined {
  if (/[/+]json\b/i.test(contentType)) return 'json';
  return /[/+](html|xml)\b/i.test(contentType) ? 'xml' : undefined;
}
