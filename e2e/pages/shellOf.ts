import type { Page } from '@playwright/test'

/** What is around every view: the top bar, the sidebar, the line at the foot. */
export const shellOf = (page: Page) => {
  const sidebar = page.getByRole('navigation', { name: 'Library' })
  const foot = page.getByRole('contentinfo')
  return {
    sidebar,
    /** An entry of the sidebar, by what it is called; its count is part of its text. */
    entry: (name: string) => sidebar.getByRole('link', { name: new RegExp(`^${name}( [\\d,]+)?$`) }),
    /** Back from a search, whose filters take the place of the library's entries. */
    leaveSearch: () => sidebar.getByRole('link', { name: 'All items' }).click(),
    search: page.getByRole('combobox', { name: 'Search this archive' }),
    importButton: page.getByRole('banner').getByRole('button', { name: 'Import' }),
    packButton: page.getByRole('banner').getByRole('button', { name: /^Pack \d/ }),
    archiveMenu: page.getByRole('button', { name: /^Archive / }),
    foot,
    /** What was said last of what was done. */
    said: foot.getByRole('status'),
    /** What stays true above the panes: read-only, started again. */
    notices: page.getByRole('region', { name: 'Notices' }),
  }
}
