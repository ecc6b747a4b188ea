import { expect, type Page } from '@playwright/test'
import { readingOf } from './readingOf'

/** References: the form, what is missing, how they are cited. */
export const referencesOf = (page: Page) => {
  const form = page.getByRole('form', { name: 'Reference' })
  const dialog = page.getByRole('dialog', { name: 'Cite' })
  const inside = (where: typeof form) => ({
    style: where.getByRole('combobox', { name: 'Style' }),
    locale: where.getByRole('combobox', { name: 'Language' }),
    form: where.getByRole('combobox', { name: 'Form' }),
    cited: where.getByRole('group', { name: /^The citation/ }),
    copy: (as: string) => where.getByRole('button', { name: as, exact: true }).click(),
  })
  return {
    form,
    dialog,
    preview: inside(form),
    citing: inside(dialog),
    open: page.getByRole('button', { name: 'New reference' }),
    type: form.getByRole('combobox', { name: 'Type' }),
    field: (name: string) =>
      form.getByRole('textbox', { name, exact: true }).or(form.getByRole('combobox', { name, exact: true })),
    date: (name: string) => form.getByRole('textbox', { name: `${name}, date` }),
    addName: async (family: string, given: string) => {
      await form.getByRole('button', { name: 'Add: Author' }).click()
      await form
        .getByLabel(/^Author \d, family name/)
        .last()
        .fill(family)
      await form
        .getByLabel(/^Author \d, given names/)
        .last()
        .fill(given)
    },
    missing: form.getByRole('status').first(),
    save: form.getByRole('button', { name: 'Save', exact: true }),
    edit: page.getByRole('button', { name: 'Edit', exact: true }),
    cite: page.getByRole('button', { name: /^Cite( this item)?…$/ }),
    takeBack: readingOf(page).pane.getByRole('button', { name: 'Take it back' }),
    undo: readingOf(page).pane.getByRole('button', { name: 'Undo' }),
    title: readingOf(page).pane.getByRole('heading', { level: 2 }).first(),
    waitSaved: () => expect(form).toBeHidden(),
  }
}
