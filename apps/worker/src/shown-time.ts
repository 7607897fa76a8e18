/** `2026-11-22T17:02:29.000Z` -> `2026-11-22 17:02:29 UTC` */
export function shownTime(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}
