import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/test'
import { claimsOf } from './pages/claimsOf'
import { libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { supportOf } from './pages/supportOf'

const widths = [390, 600]
/** Near the beginning, and at the end. */
const noted = [
  ['9', 'special forces'],
  ['20', 'North Africa'],
] as const
const directions = ['ltr', 'rtl']

const show = async (page: Page, width: number, direction: string): Promise<void> => {
  await page.setViewportSize({ width, height: 844 })
  await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const boxOf = async (shown: Locator): Promise<Box> => {
  await expect(shown).toBeVisible()
  const box = await shown.boundingBox()
  if (!box) throw new Error('nothing is shown of it')
  return box
}

/** Where the words stand on the page. */
const boxOfWords = (page: Page, label: string, words: string): Promise<Box> =>
  page.locator(`li[id="${label}"] .words`).evaluate((element, wanted) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
    throw new Error(`no such words: ${wanted}`)
  }, words)

const bottomOf = ({ y, height }: Box): number => y + height

for (const direction of directions)
  test(`leaves the words in view that are noted, in a narrow window, ${direction}`, async ({ page }) => {
    test.slow()
    const claims = claimsOf(page)
    const reading = readingOf(page)
    const note = claims.form('New note').getByLabel('Note', { exact: true })
    await libraryOf(page).openBundled()
    for (const width of widths) {
      await show(page, width, direction)
      for (const [label, words] of noted) {
        await reading.passageLink(label).click()
        await claims.selectWords(label, words)
        await claims.act('Note').click()
        await expect(note).toBeFocused()
        const panel = await boxOf(claims.panel)
        const pane = await boxOf(reading.body)
        const seen = async (): Promise<boolean> => {
          const box = await boxOfWords(page, label, words)
          return box.y >= pane.y && bottomOf(box) <= panel.y
        }
        await expect.poll(seen, `at ${width} the words of ${label} stand above the panel`).toBe(true)
        expect(bottomOf(await boxOf(note)), 'the field is seen whole').toBeLessThanOrEqual(bottomOf(panel))
        expect(panel.width, 'the panel takes the width').toBeGreaterThan(width - 4)
        await expect(claims.bar).toBeHidden()
        await page.keyboard.press('Escape')
      }
    }
  })

for (const direction of directions)
  test(`shows what a passage rests on whole above the bar, in a narrow window, ${direction}`, async ({
    page,
  }) => {
    test.slow()
    const support = supportOf(page)
    const { bar } = claimsOf(page)
    await libraryOf(page).openBundled()
    for (const width of widths) {
      await show(page, width, direction)
      for (const label of ['9', '18', '20']) {
        await readingOf(page).passageLink(label).click()
        await support.badge(label).press('Enter')
        await expect(bar).toBeVisible()
        const between = async (): Promise<number> =>
          (await boxOf(bar)).y - bottomOf(await boxOf(support.panel(label)))
        await expect
          .poll(between, `at ${width} the end of what ${label} rests on is above the bar`)
          .toBeGreaterThanOrEqual(0)
        // Closes what is open, and does not lead back to the list.
        await page.keyboard.press('Escape')
        await expect(support.panel(label)).toHaveCount(0)
      }
    }
  })
