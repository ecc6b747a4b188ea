import type { Page } from '@playwright/test'
import type { RunningHost } from '../fixtures/runningHost'
import { shellOf } from './shellOf'

/** Checks of the archive and of packs, the newest first. */
export const verifyOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Verify', exact: true })
  return {
    pane,
    checkArchive: pane.getByRole('button', { name: 'Verify this archive' }),
    checkPack: async (running: RunningHost, path: string) => {
      await shellOf(page).sidebar.getByRole('link', { name: 'Verify' }).click()
      await running.choose([path], () => pane.getByRole('button', { name: 'Choose a zip…' }).click())
    },
    /** The result of one check, by its verdict and the name of what was checked. */
    result: (verdict: string, name: string) => pane.getByRole('region', { name: `${verdict}: ${name}` }),
  }
}
