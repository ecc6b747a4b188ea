import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { filingOf } from './pages/filingOf'
import { focusOf } from './pages/focusOf'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { shellOf } from './pages/shellOf'
import { routeNames, viewsOf } from './pages/viewsOf'

const press = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key)
}

/** Stops of the Tab key after which a view's action counts as out of reach. */
const mostStops = 40

/** Whether the Tab key leads there. */
const isReached = async (page: Page, action: Locator): Promise<boolean> => {
  await expect(action).toBeVisible()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await action.evaluate((element) => element === document.activeElement)) return true
    await page.keyboard.press('Tab')
  }
  return false
}

/** Of all rules of axe those that look at colours or at where things lie. */
const seenRules = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/** What axe finds as one reads from left to right in the light, and from right to left in the dark. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const faults: string[] = []
  for (const [dir, colorScheme] of [
    ['ltr', 'light'],
    ['rtl', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir)
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (dir === 'rtl' ? axe.withRules(seenRules) : axe).analyze()
    faults.push(...violations.map(({ id, nodes }) => `${dir} ${colorScheme} ${id} ${nodes[0]?.html ?? ''}`))
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (beyond > 0) faults.push(`${dir}: ${beyond} pixels wider than the window`)
  }
  await page.evaluate(() => document.documentElement.removeAttribute('dir'))
  return faults
}

const told = Array.from({ length: 12 }, (_, at) => `Line ${at * 7} tells of the ferry at quay ${at * 11}.`)
const textOf = (headline: string, source: string): string =>
  [headline, told.join(' '), `Source: ${source}`].join('\n\n')

/** Near duplicates, spellings of one source, a tag, and something in the trash, so that no view is empty. */
const fill = async (archive: ArchiveFolder, page: Page, running: RunningHost): Promise<void> => {
  const { entry } = shellOf(page)
  const imports = importOf(page)
  await expect(entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  await imports.start(running, [
    await archive.write('a.txt', textOf('Ferry leaves', 'T.A.S.S.')),
    await archive.write('b.txt', textOf('Ferry left', 'TASS News')),
    await archive.write('c.txt', 'Gone\n\nNobody reads this any more.\n'),
  ])
  await imports.commit.click()
  await expect(entry('Articles')).toHaveText(/4$/)
  await entry('Articles').click()
  await libraryOf(page).row('Gone').click()
  await page.keyboard.press('Delete')
  await expect(entry('Articles')).toHaveText(/3$/)
  await libraryOf(page).row('Ferry left').click()
  await page.keyboard.press('t')
  await filingOf(page).name.fill('Ferries')
  await filingOf(page).addToAll.click()
  await expect(filingOf(page).dialog).toBeHidden()
}

test('opens, uses and leaves every view by keys alone, and each holds to the rules of axe in light, dark and from right to left', async ({
  archive,
  page,
  running,
}) => {
  test.slow()
  const focus = focusOf(page)
  const views = viewsOf(page)
  const named = new Set(Object.values(views).map(({ route }) => route))
  expect([...named].sort(), 'every view that there is').toEqual(routeNames().sort())
  await fill(archive, page, running)
  for (const [name, { keys, address, action, use }] of Object.entries(views))
    await test.step(name, async () => {
      await press(page, ['g', 'a'])
      await expect(libraryOf(page).heading).toHaveText('All items')
      await press(page, keys)
      await expect(page).toHaveURL(address)
      await focus.expectVisible()
      expect(await isReached(page, action), `Tab leads to what one does in ${name}`).toBe(true)
      if (use) {
        await press(page, use.keys)
        await expect(use.seen).toBeVisible()
        await focus.expectVisible()
      }
      expect.soft(await faultsOf(page), name).toEqual([])
      for (let back = 0; back < 4 && !/show=|\/library\/?$/.test(page.url()); back += 1)
        await page.keyboard.press('Alt+ArrowLeft')
      await focus.expectVisible()
      await page.keyboard.press('Escape')
      await focus.expectVisible()
    })
})
