/**
 * A folder with the files in which a worker keeps what it was given, and a
 * disk that can be full.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { writePrivateFile } from '@four-roles/runtime/private-file';
import { credentialsFile } from '../src/registration/credentials-file.ts';
import { initialAccessToken } from '../src/registration/initial-access-token.ts';

export const goodToken = 'initial-access-token-of-ada';

/** @param given.token the initial access token; '' where there is none */
export function stubFiles(t?: TestContext, given: { token?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const remove = () => rmSync(folder, { recursive: true });
  t?.after(remove);
  const name = join(folder, 'nightly.json');
  const tokenFile = join(folder, 'initial-access-token.json');
  const files = {
    name,
    diskIsFull: false,
    /** As a process that has just started finds it. */
    file: () =>
      credentialsFile(name, (file, content) => {
        if (files.diskIsFull) {
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        }
        writePrivateFile(file, content);
      }),
    initialAccessToken: initialAccessToken(folder, undefined),
    putToken: (token: string) =>
      writeFileSync(tokenFile, JSON.stringify({ initial_access_token: token })),
    hasToken: () => existsSync(tokenFile),
    content: () => JSON.parse(readFileSync(name, 'utf8')),
    put: (content: object) => writeFileSync(name, JSON.stringify(content)),
    remove,
  };
  const { token = goodToken } = given;
  if (token) files.putToken(token);
  return files;
}
