import type { Page } from '@playwright/test'

/** The versions of an article: which one is shown, and what changed between two. */
export const versionsOf = (page: Page) => {
  const bar = page.getByRole('group', { name: 'Versions', exact: true })
  const pane = page.getByRole('region', { name: 'Comparison of versions' })
  return {
    bar,
    shown: bar.getByRole('combobox', { name: 'Version shown' }),
    compare: bar.getByRole('button', { name: /^What changed/ }),
    pane,
    changes: pane.getByRole('list', { name: 'Passages' }).locator('> li'),
    current: pane.locator('[aria-current="true"]'),
    deleted: pane.getByRole('deletion'),
    inserted: pane.getByRole('insertion'),
  }
}
