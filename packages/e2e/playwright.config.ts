import { join } from 'node:path';
import { browserPath } from '@four-roles/launcher/config';
import { browserArguments, installedBrowser } from '@four-roles/launcher/find-browser';
import { defineConfig } from 'playwright/test';
import { trustOurKey } from './src/certificates.ts';
import type { InEachWorker } from './src/story.ts';

const executablePath = browserPath ?? installedBrowser();

/** How a browser is started; what else it is told. */
const startedWith = (...further: string[]) => ({
  args: [...browserArguments(), ...further],
  ...(executablePath && { executablePath }),
});

export default defineConfig<object, InEachWorker>({
  testDir: 'test',
  outputDir: join(import.meta.dirname, '.artifacts/results'),
  // Each with a world of its own, and one person at a time in it.
  workers: 2,
  // A test that passes only when repeated has failed.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'http',
      testIgnore: '*tls.spec.ts',
      use: { launchOptions: startedWith() },
    },
    {
      name: 'https',
      testIgnore: [
        'appearance.spec.ts',
        'dev-command.spec.ts',
        'inspector-*',
        'readme-*',
      ],
      // Eight starts of every role say nothing new about TLS.
      grepInvert: /@any-scheme/,
      use: { scheme: 'https', launchOptions: startedWith(trustOurKey()) },
    },
  ],
});
