import AxeBuilder from '@axe-core/playwright'
import { axeFaults } from './fixtures/axeFaults'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { supportOf } from './pages/supportOf'

test('says of each passage of the bundled article on how many independent sources it rests', async ({
  page,
}) => {
  const support = supportOf(page)
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  await expect(support.badge('9')).toHaveAccessibleName(
    'Passage 9: printed line, 1 independent source. What it rests on',
  )
  await expect(support.badge('9')).toHaveText('1')
  await expect(support.badge('20')).toHaveText('2')
  await expect(support.badge('18')).toHaveAccessibleName(/inferred, 2 independent sources/)
  await expect(support.badge('1')).toHaveAccessibleName(/no source line, 0 independent sources/)
  await expect(support.badges).toHaveCount(23)
  await expect(
    reading.overview.getByRole('link', { name: 'Passage 9: printed line, 1 independent source' }),
  ).toBeVisible()
})

test('leads from a passage to its sources, says why two namings count once, and on to other passages', async ({
  page,
}) => {
  const support = supportOf(page)
  const reading = readingOf(page)
  await libraryOf(page).openBundled()
  await support.badge('9').focus()
  await page.keyboard.press('Enter')
  const panel = support.panel('9')
  await expect(panel.getByText('CNN is named 2 times and counts once.')).toBeVisible()
  await expect(support.badge('9')).toHaveAttribute('aria-expanded', 'true')

  await panel.getByRole('button', { name: 'Other passages that rest on CNN' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Passage 8 of this article' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Passage 9 of this article' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(support.badge('9')).toBeFocused()

  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Other passages that rest on CNN' }).click()
  await panel.getByRole('button', { name: 'Passage 8 of this article' }).click()
  await expect(page).toHaveURL(/#8$/)
  await panel.getByRole('button', { name: 'CNN', exact: true }).click()
  await expect(page).toHaveURL(/\/source\//)
  await expect(reading.pane.getByText('CNN is named 2 times and counts once.')).toHaveCount(1)
})

const sentences = Array.from(
  { length: 10 },
  (_, at) =>
    `Sentence ${at * 11} tells how the northern bridge collapsed during the flooding of section ${at * 7}.`,
)
const newsOf = (
  publisher: string,
  headline: string,
  paragraphs: readonly string[],
): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${headline}">
<meta property="og:site_name" content="${publisher}"></head>
<body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`

test('counts two sources once whose articles carry the same text, and leads to both', async ({
  archive,
  page,
  running,
}) => {
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  const imports = importOf(page)
  const support = supportOf(page)
  await imports.start(running, [
    await archive.write('courier.html', newsOf('Courier', 'A bridge falls', sentences)),
    await archive.write(
      'gazette.html',
      newsOf('Gazette', 'The fallen bridge', [...sentences, 'That is all.']),
    ),
    await archive.write(
      'mine.html',
      newsOf('Post', 'What is known of the bridge', [
        'The northern bridge collapsed during the flooding of its middle section, as sentence 44 of the report tells.',
        'Source: Courier, Gazette',
      ]),
    ),
  ])
  await imports.commit.click()
  await expect(imports.state).toContainText('3 files were imported')
  await shellOf(page).entry('Articles').click()
  await libraryOf(page).row('What is known').click()
  await expect(support.badge('1')).toHaveAccessibleName(/printed line, 1 independent source/)
  await support.badge('1').click()
  await expect(support.panel('1')).toContainText('Courier and Gazette count once')
  await support.panel('1').getByRole('button', { name: 'The fallen bridge' }).click()
  await expect(readingOf(page).headline).toHaveText('The fallen bridge')
  await shellOf(page).entry('What lacks support').click()
  await support.which('On one source').click()
  await expect(support.why('Courier and Gazette count once')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await support
    .why('Courier and Gazette count once')
    .getByRole('button', { name: 'A bridge falls' })
    .press('Enter')
  await expect(readingOf(page).headline).toHaveText('A bridge falls')
})

test('lists what lacks a source, what rests on one, and leads to the place', async ({ page }) => {
  const support = supportOf(page)
  await shellOf(page).entry('What lacks support').click()
  await expect(support.rows).toHaveCount(7)
  await expect(support.counted).toHaveText('7 found')
  await support.copy.click()
  await support.which('On one source').click()
  await expect(support.rows).toHaveCount(9)
  const wrong = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(wrong.violations).toEqual([])
  await support.which('Photos without a credit').click()
  await expect(page.getByText('Every photo has a credit or a creator.')).toBeVisible()
  await support.which('Without a source').click()
  await support.rows.nth(2).press('Enter')
  await expect(page).toHaveURL(/#3$/)
  await expect(readingOf(page).headline).toHaveText(bundledHeadline)
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
})
