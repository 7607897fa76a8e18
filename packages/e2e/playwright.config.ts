import { join } from 'node:path';
import { browserPath } from '@four-roles/launcher/config';
import { browserArguments, installedBrowser } from '@four-roles/launcher/find-browser';
import { defineConfig } from 'playwright/test';

const executablePath = browserPath ?? installedBrowser();

export default defineConfig({
  testDir: 'test',
  outputDir: join(import.meta.dirname, '.artifacts/results'),
  // One world, and one person at a time in it.
  workers: 1,
  // A test that passes only when repeated has failed.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: browserArguments(),
      ...(executablePath && { executablePath }),
    },
  },
});
