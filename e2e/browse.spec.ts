import { expect, test } from './fixtures/test'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'

test('lists what is held, counted and by kind', async ({ page }) => {
  const shell = shellOf(page)
  const library = libraryOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await expect(shell.entry('Photos')).toHaveText(/0$/)
  await expect(shell.entry('References')).toHaveText(/1$/)
  await expect(shell.entry('Sources')).toHaveText(/6$/)
  await expect(shell.entry('All items')).toHaveText(/2$/)
  await expect(library.rows).toHaveCount(2)

  await shell.entry('Sources').click()
  await expect(library.heading).toHaveText('Sources')
  await expect(shell.entry('Sources')).toHaveAttribute('aria-current', 'page')
  await expect(library.rows).toHaveCount(6)
  await expect(library.row('Associated Press')).toBeVisible()

  await shell.entry('Photos').click()
  await expect(page.getByRole('heading', { name: 'None of this kind' })).toBeVisible()

  await shell.entry('Inferred').click()
  await expect(library.rows).toHaveCount(1)
  await expect(library.article(bundledHeadline)).toBeVisible()
})

test('shows an article with all that stands beside its passages', async ({ page }) => {
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  await expect(reading.pane.getByText('Article, version 1 of 1')).toBeVisible()
  await expect(reading.pane.getByText('March 2019, day not stated')).toBeVisible()
  await expect(reading.pane.getByText('Byline not stated', { exact: true })).toBeVisible()
  await expect(reading.pane.getByText('In our own words, after Business Insider.')).toBeVisible()

  await expect(reading.summaryPoints).toHaveCount(3)
  await expect(reading.passageLinks).toHaveCount(20)
  await expect(reading.overview.getByRole('link')).toHaveCount(20)
  await expect(reading.overview.getByText('9 citations of 6 sources')).toBeVisible()

  const printed = { 8: 'CNN', 9: 'CNN, CNN', 13: 'Associated Press', 20: 'The Intercept, Reuters' }
  for (const [label, names] of Object.entries(printed))
    await expect(reading.passage(label).getByText(`Source: ${names}`, { exact: true })).toBeVisible()
  await expect(reading.passage('9').getByRole('button', { name: 'CNN, printed citation' })).toHaveCount(2)
  await expect(reading.passage('9').getByText('Named twice, kept twice')).toBeVisible()
  await expect(reading.passageLink('12')).toHaveAccessibleName('Passage 12: inferred, Associated Press')
  await expect(reading.passageLink('5')).toHaveAccessibleName('Passage 5: no source line')
  await expect(reading.passage('1').getByText('No source line, 1 to 7')).toBeVisible()

  await expect(reading.figures).toHaveCount(14)
  await expect(reading.pane.getByText('14 slots, 0 held, 14 not held')).toBeVisible()
  for (const number of [1, 14])
    await expect(reading.figures.nth(number - 1)).toContainText(`Photo slot ${number} of 14. Not held.`)
  await expect(reading.pane.getByRole('img')).toHaveCount(0)
  await expect(reading.text.getByText('Place inferred')).toHaveCount(14)
})

test('shows what was left out, the original, and the chain of custody', async ({ page }) => {
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  await reading.part('Left out as page furniture').getByText('Left out as page furniture').click()
  await expect(reading.part('Left out as page furniture').getByRole('listitem')).toHaveCount(3)
  await reading.part('Original file').getByText('Original file').click()
  await expect(reading.part('Original file').getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await reading.part('Custody').getByText('Custody', { exact: true }).click()
  await expect(
    reading
      .part('Custody')
      .getByText(/Came with the program|Imported/)
      .first(),
  ).toBeVisible()
})

test('leads from a citation to its passages and back, and to its source', async ({ page }) => {
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  const chip = reading.passage('13').getByRole('button', { name: 'Associated Press, printed citation' })
  await chip.click()
  await expect(chip).toHaveAttribute('aria-pressed', 'true')

  await reading.passageLink('8').click()
  await expect(reading.passage('8')).toHaveAttribute('aria-current', 'true')
  await expect(chip).toHaveAttribute('aria-pressed', 'false')
  await reading.passage('8').getByRole('button', { name: 'Open source' }).click()
  await expect(reading.headline).toHaveText('CNN')
  await expect(page).toHaveURL(/\/library\/source\//)
})

test('lists on the page of a source every passage that cites it', async ({ page }) => {
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  await shellOf(page).entry('Sources').click()
  await libraryOf(page).row('Associated Press').click()
  await expect(reading.headline).toHaveText('Associated Press')
  await expect(reading.citing).toHaveCount(5)
  for (const [at, [label, basis]] of [
    [10, 'inferred'],
    [11, 'inferred'],
    [12, 'inferred'],
    [13, 'printed line'],
    [15, 'printed line'],
  ].entries())
    await expect(reading.citing.nth(at)).toHaveAccessibleName(new RegExp(`^${label} .* ${basis} As printed`))
  await reading.citing.filter({ hasText: /^12/ }).click()
  await expect(page).toHaveURL(/\/library\/article\/[^#]+#12$/)
  await expect(reading.passage('12')).toHaveAttribute('aria-current', 'true')
})

test('copies the link of a passage, and follows it when it is pasted', async ({ archive, page, running }) => {
  const reading = readingOf(page)
  const shell = shellOf(page)
  await libraryOf(page).openBundled()
  await reading.passageLink('12').click()
  await reading.passage('12').getByRole('button', { name: 'Copy link of passage 12' }).click()
  await expect(shell.said).toHaveText('Link of passage 12 copied.')
  const link = await running.clipboard()
  const [article] = (await archive.cli('list', '--kind', 'article')).lines
  expect(link).toMatch(new RegExp(`^cuttings://[0-9a-f-]{36}/${String(article?.['id'])}/12$`))

  await shell.entry('Sources').click()
  await shell.search.fill(link)
  await expect(reading.passage('12')).toHaveAttribute('aria-current', 'true')
})

test('goes back and forward, and keeps its place over a reload', async ({ page }) => {
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  await reading.passageLink('15').click()
  await expect(page).toHaveURL(/#15$/)
  await shellOf(page).entry('References').click()
  await libraryOf(page).rows.first().click()
  await expect(page).toHaveURL(/\/library\/reference\//)
  await expect(reading.pane.getByText('Digests of it in this archive')).toBeVisible()

  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(reading.headline).toHaveText(bundledHeadline)
  await expect(page).toHaveURL(/#15$/)
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page).toHaveURL(/\/library\/reference\//)
  await page.goBack()
  await page.goBack()
  await expect(reading.passage('15')).toHaveAttribute('aria-current', 'true')

  await page.reload()
  await expect(reading.headline).toHaveText(bundledHeadline)
  await expect(reading.passage('15')).toHaveAttribute('aria-current', 'true')
  await expect(reading.passageLink('15')).toBeInViewport()
})
