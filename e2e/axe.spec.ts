import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { packOf } from './pages/packOf'
import { readingOf } from './pages/readingOf'
import { searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'
import { verifyOf } from './pages/verifyOf'

/** `views.spec.ts` scans every view as it is in a wide window. */
const narrow = [760]
const wideAndNarrow = [1440, ...narrow]

/** What axe finds in one view, wide and narrow, light and dark, in words that lead to the place. */
const faultsOf = async (page: Page, view: string, widths: readonly number[]): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const width of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const axe = new AxeBuilder({ page }).setLegacyMode()
      // Of all rules only this one looks at colours.
      const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze()
      for (const { id, nodes } of violations) {
        const places = nodes.map(({ target }) => target.join(' ')).join('; ')
        faults.push(`${view}, ${colorScheme}, ${width}: ${id} at ${places}`)
      }
    }
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

test('holds to the rules of axe where one reads', async ({ page }) => {
  test.slow()
  const shell = shellOf(page)
  const library = libraryOf(page)
  const reading = readingOf(page)
  const faults: string[] = []
  const check = async (view: string, widths: readonly number[]): Promise<void> =>
    void faults.push(...(await faultsOf(page, view, widths)))
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await check('library', narrow)
  await library.openBundled()
  await reading.passageLink('12').click()
  await check('article', narrow)
  await shell.entry('Sources').click()
  await library.row('Associated Press').click()
  await expect(reading.citing).toHaveCount(5)
  await check('source', narrow)
  await shell.entry('References').click()
  await library.rows.first().click()
  await expect(reading.pane.getByText('Digests of it in this archive')).toBeVisible()
  await check('reference', narrow)
  await shell.search.fill('tunnel')
  await expect(searchOf(page).places).toHaveCount(3)
  await check('search', narrow)
  await searchOf(page).facet('Article').press('-')
  await expect(searchOf(page).chip('Article')).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('sou')
  await expect(searchOf(page).offers.first()).toBeVisible()
  await check('search narrowed', wideAndNarrow)
  await page.setViewportSize({ width: 760, height: 900 })
  await page.keyboard.press('Escape')
  await searchOf(page).filterButton.click()
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
  faults.push(...(await faultsOf(page, 'filters', narrow)))
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await check('palette', wideAndNarrow)
  await page.keyboard.press('Escape')
  await shell.entry('All items').click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await check('shortcuts', wideAndNarrow)
  expect(faults).toEqual([])
})

test('holds to the rules of axe where one works', async ({ archive, page, running }) => {
  test.slow()
  const shell = shellOf(page)
  const faults: string[] = []
  const check = async (view: string, widths: readonly number[]): Promise<void> =>
    void faults.push(...(await faultsOf(page, view, widths)))
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await shell.importButton.click()
  await check('import', narrow)
  const imports = importOf(page)
  await imports.choose(running, [
    await archive.write(
      'ferry.txt',
      'The ferry runs again\n\nIt left at noon, with a short queue.\n\nSource: Reuters\n',
    ),
    await archive.write('empty.txt', ''),
  ])
  await imports.look('ferry.txt').click()
  await expect(imports.preview('ferry.txt').getByText('Source: Reuters')).toBeVisible()
  await check('dry run', wideAndNarrow)
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await check('report', wideAndNarrow)
  await shell.packButton.click()
  const pack = packOf(page)
  await expect(pack.count('Articles')).toHaveText(/2$/)
  const path = join(archive.scratch, 'files', 'pack.zip')
  await pack.saveTo(running, path)
  await check('pack', narrow)
  await verifyOf(page).checkPack(running, path)
  await expect(verifyOf(page).result('Unchanged and complete', 'pack.zip')).toBeVisible()
  await verifyOf(page).checkPack(running, await archive.write('broken.zip', 'no zip'))
  await expect(verifyOf(page).pane.getByRole('region', { name: /: broken\.zip$/ })).toBeVisible()
  await check('verify', narrow)
  expect(faults).toEqual([])
})

test('holds to the rules of axe where no archive can be opened', async ({ archive, page, running }) => {
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await rename(archive.folder, join(archive.scratch, 'unplugged'))
  process.kill(await running.corePid(), 'SIGKILL')
  await expect(page.getByRole('heading', { name: 'The archive could not be opened' })).toBeVisible()
  expect(await faultsOf(page, 'welcome', wideAndNarrow)).toEqual([])
})
