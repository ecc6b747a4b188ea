import type { Page } from '@playwright/test'

/** What can be printed of the pack that was made. */
export const printOf = (page: Page) => {
  const section = page.getByRole('region', { name: 'To print' })
  return {
    section,
    save: (name: string) => section.getByRole('button', { name: `Save as PDF… ${name}` }),
    open: (name: string) => section.getByRole('button', { name: `Open to print: ${name}` }),
    cancel: section.getByRole('button', { name: 'Cancel' }),
    /** The line of a PDF that was made. */
    made: (name: string) => section.getByRole('status').getByText(name),
  }
}
