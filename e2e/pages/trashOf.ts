import type { Page } from '@playwright/test'

/** What was removed, and the way back. */
export const trashOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Trash', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Empty the trash?' })
  return {
    pane,
    rows: pane.getByRole('list', { name: 'In the trash' }).getByRole('listitem'),
    restore: (title: string) => pane.getByRole('button', { name: `Bring back: ${title}` }),
    empty: pane.getByRole('button', { name: 'Empty the trash…' }),
    dialog,
    destroy: dialog.getByRole('button', { name: 'Destroy them' }),
    cancel: dialog.getByRole('button', { name: 'Cancel' }),
  }
}
