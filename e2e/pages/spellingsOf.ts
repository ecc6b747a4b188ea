import type { Page } from '@playwright/test'
import { shellOf } from './shellOf'

/** Sources that may be one: groups, what can be done with them, and what was done. */
export const spellingsOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Spellings', exact: true })
  return {
    pane,
    entry: shellOf(page).sidebar.getByRole('link', { name: /^Spellings/ }),
    groups: pane.getByRole('list', { name: 'Sources that may be one' }).getByRole('group'),
    said: pane.getByRole('status').filter({ hasText: /\.$/ }),
    undo: pane.getByRole('button', { name: 'Undo', exact: true }).first(),
  }
}
