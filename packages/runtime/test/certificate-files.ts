import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { localCertificates } from '../src/local-certificates.ts';

/** A certificate for localhost, of an authority of its own, for as long as a file of tests runs. */
export function certificateFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  after(() => rmSync(folder, { recursive: true }));
  return localCertificates(folder);
}
