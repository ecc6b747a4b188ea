import { expect, type Page } from '@playwright/test'

/** verify.html of a pack, opened from the disk. */
export const checkerOf = (page: Page) => {
  const result = page.getByRole('region', { name: 'Result' })
  return {
    result,
    verdict: result.getByRole('heading', { level: 2 }),
    choose: (kind: 'zip' | 'folder', path: string) => page.getByLabel(`Choose a ${kind}`).setInputFiles(path),
    quotations: result.getByRole('row', { name: /^Quotations/ }),
    signed: result.getByRole('row', { name: /^Signed/ }),
    words: async (): Promise<readonly string[]> => {
      await expect(result.getByRole('list').last().getByRole('listitem')).toHaveCount(12)
      return result.getByRole('list').last().getByRole('listitem').allTextContents()
    },
    heard: page.getByLabel('What the sender reads out to you'),
    answer: page.locator('#heard-answer'),
  }
}
