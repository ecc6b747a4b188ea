import type { Page } from '@playwright/test'
import { readingOf } from './readingOf'

/** The page of one source, and the dialog in which it is edited. */
export const sourceOf = (page: Page) => {
  const { pane, headline } = readingOf(page)
  const form = page.getByRole('dialog', { name: 'Edit the source' })
  return {
    pane,
    name: headline,
    edit: pane.getByRole('button', { name: 'Edit…' }),
    claim: (text: string) => pane.getByRole('link', { name: text }),
    warnings: pane.getByRole('list', { name: 'To look at' }),
    said: pane.getByRole('status').filter({ hasText: /./ }),
    undo: pane.getByRole('button', { name: 'Undo', exact: true }),
    form,
    field: (name: string) => form.getByLabel(name, { exact: true }),
    save: form.getByRole('button', { name: 'Save' }),
  }
}
