import { defineConfig } from '@playwright/test'
import type { HostOptions } from './fixtures/test'

const electron = process.env['CUTTINGS_E2E_ELECTRON']

/** What only the desktop application has. */
const desktopOnly = ['desktop.spec.ts', 'strangers.spec.ts', 'leaks.spec.ts']

export default defineConfig<object, HostOptions>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // Nothing here is timed: a machine that is busy elsewhere may be forty times slower than it was.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: [
    { name: 'browser', use: { host: 'browser' }, testIgnore: desktopOnly },
    ...(electron ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
})
