import type { Page } from '@playwright/test'

/** Timeline and network of sources. */
export const overviewOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Overview', exact: true })
  const choice = (name: string) => pane.getByRole('button', { name, exact: true })
  return {
    pane,
    choice,
    bars: pane.getByRole('list', { name: /^Bars/ }).getByRole('button'),
    summary: pane.locator('figcaption'),
    column: (name: string) => pane.getByRole('list', { name, exact: true }).getByRole('link'),
    copyCsv: pane.getByRole('button', { name: 'Copy as CSV' }),
    table: (name: string) => pane.getByRole('table', { name }),
  }
}
