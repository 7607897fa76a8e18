/**
 * The browser tests: client and inspector as in production, a real browser,
 * and Playwright between them.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { type Counts, countBrowserTests, none } from './counts.ts';
import { findBrowser } from './find-browser.ts';
import { rootFolder } from './root-folder.ts';
import { runProgram } from './run-program.ts';
import { workspaceProgram } from './workspace-program.ts';

const folder = join(rootFolder, 'packages/e2e');

/**
 * @param filters which test files, by a part of their names; all where there are none
 * @throws {PlainError} where there is no browser, or something cannot be built
 */
export async function runBrowserTests(filters: string[] = []): Promise<Counts> {
  const browser = await findBrowser();
  await build('client', 'inspector');
  const artifacts = join(folder, '.artifacts');
  const report = join(artifacts, 'report.json');
  mkdirSync(artifacts, { recursive: true });
  rmSync(report, { force: true });
  await runProgram(
    workspaceProgram('playwright', 'packages/e2e'),
    [
      'test',
      '--config=playwright.config.ts',
      '--output=.artifacts/results',
      '--reporter=list,json',
      ...filters,
    ],
    {
      show: true,
      folder,
      environment: { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return readCounts(report);
}

function readCounts(report: string): Counts {
  try {
    return countBrowserTests(readFileSync(report, 'utf8'));
  } catch {
    return none;
  }
}
