import { defineConfig, devices } from '@playwright/test';

const port = process.env.E2E_PORT ?? '7117';
const baseURL = process.env.PLAYWRIGHT_URL ?? `http://localhost:${port}`;
const isRoot = process.getuid?.() === 0;

/**
 * Browser tests on the built app with a practice cluster of its own. Build the
 * app before: `yarn build:all`.
 */
export default defineConfig({
  testDir: 'e2e-tests/app',
  outputDir: '.cache/e2e-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // One cluster stands behind all tests, and some of them disturb it.
  workers: 1,
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined,
      args: [
        '--disable-gpu',
        '--disable-quic',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: process.env.PLAYWRIGHT_URL
    ? undefined
    : {
        command: `exec node scripts/run.mjs serve --port ${port}`,
        url: `${baseURL}/.backstage/health/v1/readiness`,
        timeout: 300_000,
        reuseExistingServer: false,
        stdout: process.env.E2E_VERBOSE ? 'pipe' : 'ignore',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
      },
});
