import { randomValue } from '@four-roles/protocol/random-value';

/** An id that says what it names and cannot be guessed: `msg_Zk4...`. */
export function newId(prefix: 'msg' | 'con' | 'pay'): string {
  return `${prefix}_${randomValue().slice(0, 22)}`;
}
