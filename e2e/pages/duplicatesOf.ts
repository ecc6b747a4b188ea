import type { Page } from '@playwright/test'
import { shellOf } from './shellOf'

/** Near duplicates: groups, the rule for all of them, and what was merged. */
export const duplicatesOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Duplicates', exact: true })
  return {
    pane,
    open: () =>
      shellOf(page)
        .sidebar.getByRole('link', { name: /^Duplicates/ })
        .click(),
    groups: pane.getByRole('list', { name: 'Groups of near duplicates' }).getByRole('group'),
    said: pane.getByRole('status').filter({ hasText: /./ }),
    undo: pane.getByRole('button', { name: 'Undo', exact: true }).first(),
  }
}
