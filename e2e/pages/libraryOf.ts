import { expect, type Page } from '@playwright/test'
import { readingOf } from './readingOf'
import { shellOf } from './shellOf'

/** The headline of the article that ships with the program. */
export const bundledHeadline =
  "ISIS' 'caliphate' is no more — 14 photos of its last days under a US-backed onslaught"

/** The list in the middle. */
export const libraryOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Items' })
  const list = pane.getByRole('listbox')
  const row = (title: string) => list.getByRole('option').filter({ hasText: title })
  /** Only articles have a picture of what they rest on: the work that a digest is after has the same title. */
  const article = (title: string) => row(title).filter({ has: page.getByRole('img', { name: / printed, / }) })
  return {
    pane,
    list,
    row,
    article,
    rows: list.getByRole('option'),
    heading: pane.getByRole('heading', { level: 1 }),
    /** Waits until the first start of all has brought the bundled article in. */
    openBundled: async () => {
      await expect(shellOf(page).entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
      await article(bundledHeadline).click()
      await expect(readingOf(page).headline).toHaveText(bundledHeadline)
    },
  }
}
