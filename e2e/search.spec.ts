import type { ArchiveFolder } from './fixtures/archiveFolder'
import { expect, test } from './fixtures/test'
import { bundledHeadline } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { marksIn, searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

test('finds as one types, and leads to the exact passage', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  const reading = readingOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await page.keyboard.press('Control+f')
  await expect(shell.search).toBeFocused()
  await page.keyboard.type('tunn')
  await expect(search.heading).toHaveText('1 item')
  await page.keyboard.type('el')
  await expect(search.places).toHaveCount(3)
  await expect(search.pane.getByRole('group', { name: `${bundledHeadline}, 3 places` })).toBeVisible()
  await expect(search.place('12').locator(marksIn(page))).toHaveText('tunnels')
  await expect(search.selected).toHaveText(/^12/)

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#12$/)
  await expect(reading.passage('12')).toHaveAttribute('aria-current', 'true')
  await expect(reading.passageLink('12')).toBeInViewport()
  await expect(reading.passage('12').locator(marksIn(page))).toHaveText('tunnels')
  await expect(reading.pane.getByText(/^Place 1 of \d$/)).toBeVisible()

  await page.keyboard.press('n')
  await expect(reading.passage('13')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('p')
  await expect(reading.passage('12')).toHaveAttribute('aria-current', 'true')
})

test('understands phrases, exceptions and fields, and says what it can not read', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)

  await shell.search.fill('"network of tunnels"')
  await expect(search.places).toHaveCount(2)
  await expect(search.place('12').locator(marksIn(page))).toHaveText('network of tunnels')
  await shell.search.fill('"tunnels of network"')
  await expect(search.pane.getByRole('heading', { level: 2 })).toHaveText('No item has all of this')

  await shell.search.fill('Mosul')
  await expect(search.heading).toHaveText('1 item')
  await shell.search.fill('Mosul NOT tunnel')
  await expect(search.heading).toHaveText('No item')
  await shell.search.fill('source:reuters')
  await expect(search.heading).toHaveText('1 item')
  await shell.search.fill('byline:reuters')
  await expect(search.heading).toHaveText('No item')

  await shell.search.fill('"network of tunnels')
  await expect(
    search.pane.getByText('A quotation mark is not closed, so these are read as words.'),
  ).toBeVisible()
  await expect(search.place('12')).toBeVisible()
  await shell.search.fill('zeppelin')
  await expect(search.pane.getByRole('heading', { level: 2 })).toHaveText(
    '‘zeppelin’ stands nowhere in this archive',
  )
})

test('finds and marks what is written from right to left', async ({ archive, start }) => {
  await archive.cli('init', archive.folder)
  const text = await archive.write(
    'jisr.txt',
    'إعادة افتتاح جسر الميناء بعد عامين\n\nعبر أول ترام جسر الميناء يوم الاثنين، بعد عامين من اصطدام سفينة بأحد أعمدته. وكان الجسر مغلقا أمام حركة المرور منذ ذلك الحين.\n\nوقالت سلطة الميناء إن المهندسين استبدلوا أربعة كابلات وجزءا من سطح الجسر، ولم يجدوا أضرارا أخرى.\n\nالمصدر: رويترز\n',
  )
  expect((await archive.cli('import', text)).code).toBe(0)
  const { page } = await start()
  const search = searchOf(page)
  const reading = readingOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).search.fill('سفينة')
  await expect(search.places).toHaveCount(1)
  await expect(search.places.locator(marksIn(page))).toHaveText('سفينة')
  await page.keyboard.press('Enter')
  await expect(reading.passage('1').locator(marksIn(page))).toHaveText('سفينة')
  await expect(reading.passage('1').getByRole('paragraph').first()).toHaveCSS('direction', 'rtl')
  await expect(reading.headline).toHaveCSS('direction', 'rtl')
})

const writeTwoLanguages = async (archive: ArchiveFolder): Promise<void> => {
  await archive.cli('init', archive.folder)
  const texts = [
    await archive.write(
      'pier.txt',
      'The pier opens again\n\nThe pier, which the plans call PORT77, opens on Monday after two years of work on its cables.\n\nSource: Reuters\n',
    ),
    await archive.write(
      'jisr.txt',
      'إعادة افتتاح جسر الميناء بعد عامين\n\nعبر أول ترام جسر الميناء PORT77 يوم الاثنين، بعد عامين من اصطدام سفينة بأحد أعمدته. وكان الجسر مغلقا أمام حركة المرور منذ ذلك الحين.\n\nالمصدر: رويترز\n',
    ),
  ]
  for (const text of texts) expect((await archive.cli('import', text)).code).toBe(0)
}

test('narrows by facets, leaves out by a key, and goes back step by step', async ({ archive, start }) => {
  await writeTwoLanguages(archive)
  const { page } = await start()
  const shell = shellOf(page)
  const search = searchOf(page)
  await expect(shell.entry('Articles')).toHaveText(/2$/)
  await shell.search.fill('PORT77')
  await expect(search.heading).toHaveText('2 items')

  await search.facet('العربية').click()
  await expect(search.heading).toHaveText('1 item')
  await expect(search.facet('العربية')).toBeChecked()
  await expect(search.facet('English')).toHaveAccessibleName('English, 1 item')
  await expect(page).toHaveURL(/with=language:ar/)
  await search.facet('العربية').press('-')
  await expect(search.facet('العربية')).toHaveAccessibleName('العربية, left out')
  await expect(search.places).toHaveText([/The pier, which the plans call/])
  await shell.search.fill('PORT77 pier')
  await expect(search.heading).toHaveText('1 item')
  await expect(search.chip('العربية')).toBeVisible()
  await page.goBack()
  await expect(search.facet('العربية')).toBeChecked()
  await search.chip('العربية').click()
  await expect(search.heading).toHaveText('2 items')
  await expect(search.inForce).toHaveCount(0)

  await search.sort.click()
  await page.getByRole('menuitemradio', { name: 'Oldest first' }).click()
  await expect(search.sort).toHaveAccessibleName('Sort: Oldest first')
  await expect(page).toHaveURL(/sort=oldest/)
  await expect(search.heading).toHaveText('2 items')
})

test('has the filters on a sheet where there is little room', async ({ archive, start }) => {
  await writeTwoLanguages(archive)
  const { page } = await start()
  const shell = shellOf(page)
  const search = searchOf(page)
  await expect(shell.entry('Articles')).toHaveText(/2$/)
  await page.setViewportSize({ width: 760, height: 900 })
  await shell.search.fill('PORT77')
  await expect(search.heading).toHaveText('2 items')
  await expect(search.filters).toHaveCount(0)
  await search.filterButton.click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('checkbox', { name: 'English, 1 item' }).click()
  await sheet.getByRole('button', { name: 'Show 1 item' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(search.filterButton).toBeFocused()
  await expect(search.heading).toHaveText('1 item')
  await expect(search.chip('English')).toBeVisible()
})

test('completes the name of a field without leaving the search field', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('tunnel langu')
  await expect(search.offers).toHaveText([/^language:/])
  await page.keyboard.press('ArrowDown')
  await expect(search.offers).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(shell.search).toBeFocused()
  await expect(shell.search).toHaveValue('tunnel language:')
  await page.keyboard.type('en')
  await expect(search.places).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await expect(search.pane.getByRole('listbox')).toBeFocused()
})
