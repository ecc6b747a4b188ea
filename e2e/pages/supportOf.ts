import type { Page } from '@playwright/test'

/** What passages rest on: the ribbon beside the text, what is shown from it, and the lists of what lacks something. */
export const supportOf = (page: Page) => {
  const pane = page.getByRole('article', { name: 'Reading' })
  const lists = page.getByRole('region', { name: 'What lacks support' })
  return {
    /** The number at one passage: its name says the basis, and on how many independent sources it rests. */
    badge: (label: string) =>
      pane.getByRole('button', { name: new RegExp(`^Passage ${label}: .* What it rests on$`) }),
    badges: pane.getByRole('button', { name: /^Passage .* What it rests on$/ }),
    panel: (label: string) =>
      pane.getByRole('region', { name: `What passage ${label} rests on`, exact: true }),
    lists,
    which: (name: string) => lists.getByRole('link', { name, exact: true }),
    counted: lists.getByRole('status'),
    rows: lists.getByRole('button', { name: /^Open / }),
    why: (words: string) => lists.getByRole('cell').filter({ hasText: words }),
    copy: lists.getByRole('button', { name: 'Copy as CSV' }),
  }
}
