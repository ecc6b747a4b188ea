import { harbourNews, importNews } from './fixtures/newsPages'
import { expect, test } from './fixtures/test'
import { packOf } from './pages/packOf'
import { savedOf } from './pages/savedOf'
import { searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

test.beforeEach(({ archive }) => importNews(archive, harbourNews))

test('narrows by who published and who is cited, leaves out, and clears all at once', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await shell.search.fill('Meridian7')
  await expect(search.heading).toHaveText('4 items')
  await expect(search.facet('Example Gazette')).toHaveAccessibleName('Example Gazette, 2 items')
  await expect(search.facet('Reuters')).toHaveAccessibleName('Reuters, 2 items')
  await expect(search.facet('A single source')).toHaveAccessibleName('A single source, 4 items')

  await search.facet('Reuters').click()
  await expect(search.heading).toHaveText('2 items')
  await expect(search.facet('Example Gazette')).toHaveAccessibleName('Example Gazette, 1 item')
  await expect(search.facet('Sample Wire')).toHaveAccessibleName('Sample Wire, 1 item')
  await search.facet('Example Gazette').press('-')
  await expect(search.headlines).toHaveCount(1)
  await expect(search.group(/^Buoys laid out anew/)).toBeVisible()
  await expect(search.inForce.getByRole('button')).toHaveCount(2)
  await search.clear.click()
  await expect(search.heading).toHaveText('4 items')
  await expect(search.inForce).toHaveCount(0)
  await expect(shell.search).toBeFocused()
})

test('packs exactly what is shown under its filters', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  const pack = packOf(page)
  await shell.search.fill('Meridian7')
  await search.facet('Reuters').click()
  await expect(search.heading).toHaveText('2 items')
  await search.facet('Example Gazette').press('-')
  await expect(search.heading).toHaveText('1 item')
  await search.exportThis.click()
  await expect(pack.count('Articles')).toHaveAccessibleName('Articles 1')
  await expect(pack.query).toHaveValue('Meridian7')
  await pack.filter('Example Gazette').click()
  await expect(pack.count('Articles')).toHaveAccessibleName('Articles 2')
  await pack.clearFilters.click()
  await expect(pack.count('Articles')).toHaveAccessibleName('Articles 4')
  await expect(pack.query).toBeFocused()
})

test('narrows to months by keyboard, also without a word, and orders by day and by headline', async ({
  page,
}) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  await shell.search.fill('Meridian7')
  await expect(search.heading).toHaveText('4 items')
  await search.sortBy('Newest first')
  await expect(search.headlines.first()).toHaveAccessibleName(/^Buoys laid out anew/)
  await expect(search.headlines.last()).toHaveAccessibleName(/^Ferry stops/)
  await search.sortBy('By headline')
  await expect(search.headlines.first()).toHaveAccessibleName(/^Buoys laid out anew/)
  await expect(search.headlines.nth(1)).toHaveAccessibleName(/^Crane bought/)

  await expect(search.thumb('From')).toHaveAttribute('aria-valuetext', 'March 2019')
  await search.thumb('From').press('ArrowRight')
  await expect(search.heading).toHaveText('3 items')
  await expect(search.thumb('From')).toHaveAttribute('aria-valuetext', 'April 2019')
  await search.thumb('To').press('ArrowLeft')
  await expect(search.heading).toHaveText('1 item')
  await expect(search.chip('Apr 2019 – May 2019')).toBeVisible()

  await shell.search.fill('')
  await expect(search.headlines).toHaveCount(1)
  await expect(search.group(/^Crane bought at an auction, the item itself$/)).toContainText('A crane was set')
  await search.thumb('To').press('Escape')
  await expect(search.inForce).toHaveCount(0)
})

test('keeps a search with its filters and its order, and comes back to all of it', async ({ page }) => {
  const shell = shellOf(page)
  const search = searchOf(page)
  const saved = savedOf(page)
  await shell.search.fill('Meridian7')
  await search.facet('Reuters').click()
  await search.sortBy('Oldest first')
  await saved.save('Ships by the wire')
  await expect(saved.entry('Ships by the wire')).toHaveText(/2$/)
  await shell.search.fill('winch')
  await expect(saved.entry('Ships by the wire')).not.toHaveAttribute('aria-current')

  await shell.leaveSearch()
  await saved.entry('Ships by the wire').click()
  await expect(shell.search).toHaveValue('Meridian7')
  await expect(search.chip('Reuters')).toBeVisible()
  await expect(search.sort).toHaveAccessibleName('Sort: Oldest first')
  await expect(search.headlines.first()).toHaveAccessibleName(/^Ferry stops/)
  await expect(search.heading).toHaveText('2 items')
})
