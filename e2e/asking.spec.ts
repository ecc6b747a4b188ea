import { harbourNews, importNews } from './fixtures/newsPages'
import { expect, test } from './fixtures/test'
import { marksIn, searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

test.beforeEach(({ archive }) => importNews(archive, harbourNews))

test('completes a field and one of its values by keyboard, and says what it may have been meant', async ({
  page,
}) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await expect(shell.entry('Articles')).toHaveText(/4$/)
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('quay publi')
  await expect(search.offers).toHaveText([/^publisher:/, /^published:/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(shell.search).toHaveValue('quay publisher:')
  await page.keyboard.type('gaz')
  await expect(search.offers).toHaveText([/Example Gazette/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(shell.search).toHaveValue(/^quay publisher:"Example Gazette" ?$/)
  await expect(search.heading).toHaveText('1 item')

  await shell.search.fill('auctoin')
  await expect(search.heading).toHaveText('No item')
  await search.didYouMean('auction').click()
  await expect(shell.search).toHaveValue('auction')
  await expect(search.group(/^Crane bought/)).toBeVisible()
})

test('finds a name in another script and says as what, and words that stand close', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await shell.search.fill('Putin')
  await expect(search.heading).toHaveText('2 items')
  await expect(search.group(/^Crane bought at an auction, 1 place$/)).toBeVisible()
  const other = search.group(/^Путин открыл мост, \d places, found as Путин$/)
  await expect(other.locator(marksIn(page)).first()).toHaveText('Путин')
  await shell.search.fill('Путин')
  await expect(search.group(/^Crane bought.*, found as Putin$/)).toBeVisible()

  await shell.search.fill('crane NEAR/4 deck')
  await expect(search.heading).toHaveText('1 item')
  await shell.search.fill('crane NEAR/2 deck')
  await expect(search.heading).toHaveText('No item')
})

test('walks over every place of an item, also those that had no line', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await shell.search.fill('winch')
  await expect(search.places).toHaveCount(4)
  await shell.search.press('ArrowDown')
  await page.keyboard.press('n')
  await expect(search.selected).toHaveText(/^3/)
  await page.keyboard.press('m')
  await expect(search.places).toHaveCount(6)
  await expect(search.selected).toHaveText(/^3/)
  for (let at = 0; at < 4; at += 1) await page.keyboard.press('n')
  await expect(search.selected).toHaveText(/^7/)
  await page.keyboard.press('p')
  await expect(search.selected).toHaveText(/^6/)
})
