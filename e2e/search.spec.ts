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
