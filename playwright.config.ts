import { defineConfig } from '@playwright/test'
import { findChromium } from './tests/support/chromium.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/build-page.ts',
  workers: 2,
  fullyParallel: true,
  // ample: on a slow machine with other work a page takes long to come, and what is wrong still ends here
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: await findChromium(), args: ['--no-sandbox'] },
  },
})
