/** From the name of a clause to its address, where one is known. */
import { specificationLink as linkOf } from '@four-roles/protocol/specification-link';

/** `undefined` for a clause of a document that is not listed, such as one in a foreign file. */
export function specificationLink(spec: string): string | undefined {
  try {
    return linkOf(spec);
  } catch {
    return undefined;
  }
}
