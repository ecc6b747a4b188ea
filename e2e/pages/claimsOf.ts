import { expect, type Page } from '@playwright/test'

/** Claims and notes: the bar over selected words, the panel beside the text, and the view of all claims. */
export const claimsOf = (page: Page) => {
  const bar = page.getByRole('group', { name: 'Selected words' })
  const panel = page.getByRole('complementary', { name: 'Notes and claims' })
  const detail = page.getByRole('article', { name: 'Claim' })
  const form = (name: string) => page.getByRole('form', { name })
  /** Selects words of a passage as a mouse would. */
  const selectWords = async (label: string, words: string): Promise<void> => {
    await page
      .locator(`li[id="${label}"] .words`)
      .first()
      .evaluate((element, wanted) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1
          if (at < 0) continue
          document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
          return
        }
        throw new Error(`no such words: ${wanted}`)
      }, words)
  }
  return {
    bar,
    panel,
    act: (name: string) => bar.getByRole('button', { name }),
    toggle: page.getByRole('button', { name: /^Notes and claims/, pressed: false }),
    entries: panel.getByRole('listitem'),
    form,
    /** The marks beside a passage. */
    marks: (label: string) =>
      page.getByRole('button', {
        name: new RegExp(`notes? and claims? at passage ${label}$|note or claim at passage ${label}$`),
      }),
    list: page.getByRole('list', { name: 'Claims' }),
    tab: (name: string) =>
      page.getByRole('navigation', { name: 'What is shown' }).getByRole('link', { name }),
    detail,
    evidence: detail.getByRole('list', { name: 'Evidence' }).locator('> li'),
    log: page.getByRole('table', { name: 'Checker’s log' }),
    /** The way back from what was done last. */
    undo: page.getByRole('contentinfo').getByRole('button', { name: /^Undo/ }),
    /** Makes a claim of words of the text that is open. */
    claimWords: async (label: string, words: string, text: string): Promise<void> => {
      await selectWords(label, words)
      await bar.getByRole('button', { name: 'Claim' }).click()
      const claim = form('New claim')
      await claim.getByLabel('What is claimed').fill(text)
      await claim.getByRole('button', { name: 'Save' }).click()
      await expect(panel.getByText(text)).toBeVisible()
    },
    selectWords,
  }
}
