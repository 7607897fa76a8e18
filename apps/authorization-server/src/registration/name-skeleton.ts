/**
 * What is left of a name when everything is made equal that the eye does not
 * tell apart: two names with one skeleton look the same.
 *
 *     'Вriefing' (with a Cyrillic В), 'BRIEFING' and 'Brí-efing' -> 'brlefing'
 *
 * The letters that look alike are those of the Unicode Consortium's table.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
import unhomoglyph from 'unhomoglyph';

/** `''` for a name without a letter or a digit. */
export function skeletonOf(name: string): string {
  // The table is about what is seen, so it is asked before and after the change of case.
  const lowerCase = unhomoglyph(name.normalize('NFKC')).toLowerCase();
  return unhomoglyph(lowerCase)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('i', 'l');
}
