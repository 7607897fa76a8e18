/**
 * A JWT whose claims somebody changes: header and payload are encoded anew, the
 * signature stays, and so does not match any more. That is the experiment.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-3.1
 */
import { base64url } from 'jose';
import { type JsonObject, readMembers, writeMembers } from './json-members.ts';

export type TokenFields = {
  header: JsonObject;
  payload: JsonObject;
  signature: string;
};

/** @returns `undefined` where it is no JWT, or a masked one */
export function readToken(text: string): TokenFields | undefined {
  const parts = text.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header?.startsWith('eyJ') || !payload) return undefined;
  const readHeader = decode(header);
  const readPayload = decode(payload);
  if (!readHeader || !readPayload || signature === undefined) return undefined;
  return { header: readHeader, payload: readPayload, signature };
}

export function writeToken({ header, payload, signature }: TokenFields): string {
  return `${encode(header)}.${encode(payload)}.${signature}`;
}

function decode(part: string): JsonObject | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    return readMembers(new TextDecoder().decode(base64url.decode(part)));
  } catch {
    return undefined;
  }
}

function encode(object: JsonObject): string {
  return base64url.encode(writeMembers(object));
}
