import { expect, test } from './fixtures/test'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { shellOf } from './pages/shellOf'

test('makes the archive with the bundled article in it, once', async ({ archive, start }) => {
  const first = await start()
  const articles = shellOf(first.page).entry('Articles')
  await expect(articles).toHaveText(/1$/)
  await expect(libraryOf(first.page).article(bundledHeadline)).toBeVisible()
  await expect(first.page.getByRole('heading', { name: 'Seven promises' })).toHaveCount(0)
  await first.stop()
  const before = await archive.cli('list')
  expect(before.code).toBe(0)
  expect(before.lines.filter(({ kind }) => kind === 'article')).toMatchObject([{ title: bundledHeadline }])

  const second = await start()
  await expect(shellOf(second.page).entry('Articles')).toHaveText(/1$/)
  await expect(libraryOf(second.page).article(bundledHeadline)).toBeVisible()
  await second.stop()
  expect((await archive.cli('list')).lines).toEqual(before.lines)
})
