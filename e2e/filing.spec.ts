import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures/test'
import { filingOf } from './pages/filingOf'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

const report = (headline: string): string =>
  `${headline}\n\nSomething was seen at the quay on Monday, and nobody could say what for.\n\nSource: Example Wire\n`

test('tags an article by keys alone, is offered what is there, finds it by that, and takes it back', async ({
  archive,
  page,
}) => {
  test.slow()
  const filing = filingOf(page)
  const search = searchOf(page)
  await libraryOf(page).openBundled()
  await filing.tagField.focus()
  await page.keyboard.type('To check')
  await page.keyboard.press('Enter')
  await expect(filing.tags).toHaveText(['To check'])
  await expect(filing.tagField).toBeFocused()
  await page.keyboard.type('Photos')
  await page.keyboard.press('Enter')
  await expect(filing.tags).toHaveText(['To check', 'Photos'])
  const [shown] = (await archive.cli('tags')).lines
  expect(shown).toEqual({ name: 'Photos', articles: 1 })

  await filing.tags.first().getByRole('link').click()
  await expect(search.heading).toHaveText('1 item')
  await expect(search.chip('To check')).toBeVisible()
  await page.goBack()

  await filing.takeOff('To check').press('Enter')
  await expect(filing.tags).toHaveText(['Photos'])
  await expect(filing.takeOff('Photos')).toBeFocused()
  await filing.undo.click()
  await expect(filing.tags).toHaveText(['To check', 'Photos'])
})

test('puts all that is chosen into a collection at once, renames it, and packs it', async ({
  archive,
  page,
  running,
}) => {
  test.slow()
  const shell = shellOf(page)
  const library = libraryOf(page)
  const filing = filingOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await importOf(page).start(running, [
    await archive.write('a.txt', report('A keeper retires')),
    await archive.write('b.txt', report('A lamp goes out')),
  ])
  await importOf(page).commit.click()
  await expect(shell.entry('Articles')).toHaveText(/3$/)
  await shell.entry('Articles').click()
  await library.row('A keeper retires').click()
  await library.row('A lamp goes out').click({ modifiers: ['ControlOrMeta'] })
  await library.pane.getByRole('button', { name: 'Tags and collections…' }).click()
  await filing.dialog.getByRole('radio', { name: 'Collection' }).check()
  await filing.name.fill('Lighthouses')
  await filing.addToAll.click()
  await expect(filing.dialog).toBeHidden()

  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(filing.row('Lighthouses').getByRole('cell').first()).toHaveText('2')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations).toEqual([])
  await filing
    .row('Lighthouses')
    .getByRole('button', { name: /^Rename/ })
    .click()
  await filing.otherName.fill('Lamps by the sea')
  await page.keyboard.press('Enter')
  await expect(filing.row('Lamps by the sea').getByRole('cell').first()).toHaveText('2')
  await filing.undo.click()
  await expect(filing.row('Lighthouses').getByRole('cell').first()).toHaveText('2')

  await shell.entry('Articles').click()
  await library.article('A keeper retires').click()
  await expect(filing.collections).toHaveText(['Lighthouses'])
  await filing.tagField.focus()
  await page.keyboard.type('lamps')
  await page.keyboard.press('Enter')
  await expect(filing.tags).toHaveText(['lamps'])
  await library.article('A lamp goes out').click()
  await filing.tagField.focus()
  await page.keyboard.type('LAM')
  await expect(filing.offers).toHaveText([/^lamps/])
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(filing.tags).toHaveText(['lamps'])

  await page.keyboard.press('Escape')
  await shell.entry('Tags and collections').click()
  await filing.row('Lighthouses').getByRole('link', { name: 'Make a pack of “Lighthouses”' }).click()
  await expect(page.getByRole('main').getByText('2', { exact: true }).first()).toBeVisible()
})
