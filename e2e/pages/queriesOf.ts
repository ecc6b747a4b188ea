import type { Page } from '@playwright/test'
import type { RunningHost } from '../fixtures/runningHost'
import { shellOf } from './shellOf'

/** A list of queries: where it comes from, how it is read, what it found. */
export const queriesOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'List of queries', exact: true })
  const table = pane.getByRole('table', { name: 'What was found' })
  return {
    pane,
    open: () => shellOf(page).entry('List of queries').click(),
    choose: (running: RunningHost, path: string) =>
      running.choose([path], () => pane.getByRole('button', { name: 'Choose a list…' }).click()),
    paste: async (text: string) => {
      await pane.getByRole('textbox').fill(text)
      await pane.getByRole('button', { name: 'Read it' }).click()
    },
    column: pane.getByRole('combobox', { name: 'Column with the queries' }),
    run: pane.getByRole('button', { name: /^Search for [\d,]+ rows?$/ }),
    table,
    row: (name: string) => table.getByRole('row').filter({ hasText: name }),
    head: (name: string) => table.getByRole('columnheader', { name }).getByRole('button'),
    said: pane.getByRole('status').filter({ hasText: 'found something' }),
    write: pane.getByRole('button', { name: 'Write this table…' }),
  }
}
