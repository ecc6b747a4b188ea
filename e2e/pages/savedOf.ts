import { expect, type Page } from '@playwright/test'
import type { RunningHost } from '../fixtures/runningHost'
import { searchOf } from './searchOf'
import { shellOf } from './shellOf'

/** Saved searches: in the sidebar, and what is done with the search that is shown. */
export const savedOf = (page: Page) => {
  const { sidebar } = shellOf(page)
  const dialog = page.getByRole('dialog')
  const made = dialog.getByRole('status').filter({ hasText: /^Wrote / })
  return {
    list: sidebar.getByRole('list', { name: 'Saved searches' }),
    /** One of the sidebar; its count is part of its text. */
    entry: (name: string) => sidebar.getByRole('button', { name: new RegExp(`^${name}( [\\d,]+)?$`) }),
    actions: (name: string) => sidebar.getByRole('button', { name: `Rename or remove ${name}` }),
    undo: sidebar.getByRole('button', { name: 'Undo' }),
    dialog,
    name: dialog.getByRole('textbox', { name: 'Name' }),
    save: async (name: string) => {
      await searchOf(page).pane.getByRole('button', { name: 'Save this search…' }).click()
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
    },
    /** Writes what a dialog offers to write, and sees to it that it ends up at `path`. */
    writeTo: async (running: RunningHost, path: string) => {
      await running.saveTo(path, {
        make: async () => {
          await dialog.getByRole('button', { name: /^(Choose where, and write|Write)$/ }).click()
          await expect(made).toBeVisible()
        },
        fetch: () => dialog.getByRole('button', { name: 'Download' }).click(),
      })
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    },
  }
}
