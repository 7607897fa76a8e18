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

/**
 * What a name comes down to: its skeleton without the words that only vouch for
 * it. 'Briefing (official)', 'The Briefing App' and 'Briefing Support' claim to
 * be Briefing. Words that make it another thing stay: 'Morning Briefing',
 * 'Briefing for Sailors', 'Orchard (test)'.
 *
 * A name that is made of nothing else keeps them all.
 */
export function essenceOf(name: string): string {
  const words = name.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}]+/u);
  const telling = words.filter((word) => !vouching.has(skeletonOf(word)));
  return skeletonOf(telling.join('')) || skeletonOf(name);
}

const vouching = new Set(
  [
    ...['official', 'original', 'genuine', 'authentic', 'real', 'verified', 'certified'],
    ...['trusted', 'secure', 'safe', 'security', 'support', 'help', 'team', 'service'],
    ...['account', 'accounts', 'login', 'the', 'app'],
  ].map(skeletonOf),
);
