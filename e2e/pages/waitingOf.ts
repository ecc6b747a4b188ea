import type { Page } from '@playwright/test'

/** What waits at Import for a word of the user's. */
export const waitingOf = (page: Page) => {
  const interrupted = page.getByRole('region', { name: /interrupted/ })
  const inbox = page.getByRole('region', { name: 'Watched folders' })
  return {
    interrupted,
    goOn: interrupted.getByRole('button', { name: /^Go on with/ }),
    inbox,
    found: inbox.getByRole('option'),
    watch: inbox.getByRole('button', { name: 'Watch a folder…' }),
    stop: (name: string) => inbox.getByRole('button', { name: `Stop watching ${name}` }),
    look: inbox.getByRole('button', { name: 'Look at these' }),
    dismiss: inbox.getByRole('button', { name: 'Not these' }),
  }
}
