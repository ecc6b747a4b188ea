import { expect, type Page } from '@playwright/test'
import type { RunningHost } from '../fixtures/runningHost'

/** Making a citation pack. */
export const packOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Citation packs' })
  const make = pane.getByRole('button', { name: /^Make the pack/ })
  const made = pane.getByRole('status', { name: 'The pack is made' })
  return {
    pane,
    make,
    made,
    scope: (name: 'What is chosen in the list' | 'What a search finds' | 'The whole archive') =>
      pane.getByRole('radio', { name: new RegExp(`^${name}`) }),
    profile: (name: string) => pane.getByRole('radio', { name: new RegExp(`^${name}`) }),
    /** What is to be mended before it is made. */
    preflight: pane.getByRole('region', { name: 'Before it is made' }),
    query: pane.getByRole('searchbox', { name: 'Search' }),
    /** Takes a filter of the search back, by what it is called. */
    filter: (name: string) => pane.getByRole('button', { name: new RegExp(`${name} ?, remove$`) }),
    clearFilters: pane.getByRole('button', { name: 'Clear all' }),
    /** How many of something the pack will hold. */
    count: (name: string) => pane.getByRole('row', { name: new RegExp(`^${name} [\\d,]+$`) }),
    cancel: pane.getByRole('region', { name: 'Writing the pack' }).getByRole('button', { name: 'Cancel' }),
    saveTo: (running: RunningHost, path: string) =>
      running.saveTo(path, {
        make: async () => {
          await make.click()
          await expect(made).toBeVisible({ timeout: 60_000 })
        },
        fetch: () => made.getByRole('button', { name: 'Download' }).click(),
      }),
  }
}
