/** What a rule expected and received travels as JSON, perhaps shortened. */

/** For a reader: texts without their quotation marks, lists with commas. */
export function readableEvidence(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'string') return value;
    if (Array.isArray(value) && value.length > 0) return value.join(', ');
  } catch {
    // It was shortened.
  }
  return json;
}
