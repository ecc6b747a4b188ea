import type { Page } from '@playwright/test'
import { readingOf } from './readingOf'

/** Tags and collections: on the page of an article, for what is chosen, and all of them in a view. */
export const filingOf = (page: Page) => {
  const { pane } = readingOf(page)
  const view = page.getByRole('region', { name: 'Tags and collections' })
  const dialog = page.getByRole('dialog')
  const field = (label: string) => pane.getByRole('combobox', { name: label })
  return {
    view,
    dialog,
    tags: pane.getByRole('list', { name: 'Tags' }).getByRole('listitem'),
    collections: pane.getByRole('list', { name: 'Collections' }).getByRole('listitem'),
    tagField: field('Add a tag'),
    collectionField: field('Add to a collection'),
    takeOff: (name: string) => pane.getByRole('button', { name: `Take the tag “${name}” off` }),
    offers: page.getByRole('listbox', { name: /that are there$/ }).getByRole('option'),
    undo: page.getByRole('contentinfo').getByRole('button', { name: /^Undo: / }),
    row: (name: string) =>
      view.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }),
    name: dialog.getByRole('combobox', { name: 'Name' }),
    addToAll: dialog.getByRole('button', { name: /^Add/ }),
    otherName: dialog.getByRole('combobox', { name: 'Other name' }),
  }
}
