/**
 * A browser for the browser tests: one that is named, one that is there, or
 * one that can be installed.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { browserPath, searchPath } from './config.ts';
import { PlainError } from './plain-error.ts';
import { rootFolder } from './root-folder.ts';
import { runProgram } from './run-program.ts';
import { workspaceProgram } from './workspace-program.ts';

const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Milliseconds that one step of installing a browser may take. */
const installPatience = 300_000;

/**
 * What a browser is started with: without requests of its own, which a closed
 * network refuses. Chromium does not sandbox root.
 */
export function browserArguments(): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * @returns the path of a browser, installed now if there was none
 * @throws {PlainError} where there is none, and none can be installed
 */
export async function findBrowser(): Promise<string> {
  if (browserPath) {
    if (isProgram(browserPath)) return browserPath;
    throw new PlainError(`BROWSER_PATH names ${browserPath}, which is not a program.`);
  }
  const found = installedBrowser() ?? (await installBrowser());
  if (found) return found;
  throw new PlainError(
    'There is no browser, and none could be installed: install Chrome or Chromium, or name ' +
      'one with BROWSER_PATH=/path/to/chromium.',
  );
}

/** One that is there already. */
export function installedBrowser(path = searchPath): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  const onPath = namesOnPath.flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return [...onPath, ...usualPlaces, playwrightsOwn()].find(isProgram);
}

/** Whichever way is open: Playwright's download, or Debian's package. */
async function installBrowser(): Promise<string | undefined> {
  console.log('There is no browser yet: installing Chromium ...');
  const timeoutMilliseconds = installPatience;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await runProgram('apt-get', ['update', '-qq'], { timeoutMilliseconds });
    await runProgram(
      'apt-get',
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium',
        'fonts-dejavu-core',
      ],
      { timeoutMilliseconds, environment: { DEBIAN_FRONTEND: 'noninteractive' } },
    );
  }
  const installed = installedBrowser();
  if (installed) return installed;
  const playwright = workspaceProgram('playwright', 'packages/e2e');
  await runProgram(playwright, ['install', 'chromium'], { timeoutMilliseconds });
  return installedBrowser();
}

function playwrightsOwn(): string {
  const e2e = createRequire(join(rootFolder, 'packages/e2e/package.json'));
  return e2e('playwright').chromium.executablePath();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
