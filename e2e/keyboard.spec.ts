import { join } from 'node:path'
import { expect, test } from './fixtures/test'
import { focusOf } from './pages/focusOf'
import { importOf } from './pages/importOf'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { packOf } from './pages/packOf'
import { readingOf } from './pages/readingOf'
import { searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

test('does the whole job without a mouse, and never loses the focus', async ({ archive, page, running }) => {
  const shell = shellOf(page)
  const library = libraryOf(page)
  const reading = readingOf(page)
  const focus = focusOf(page)
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    await focus.expectVisible()
  }
  await expect(library.article(bundledHeadline)).toBeVisible({ timeout: 60_000 })

  await press('F6')
  await expect(shell.entry('All items')).toBeFocused()
  await press('F6')
  await expect(library.list).toBeFocused()
  await press('Shift+F6')
  await press('F6')
  await expect(library.list).toBeFocused()
  await press('End')
  await press('Home')
  await press('g')
  await press('t')
  await expect(library.heading).toHaveText('Articles')
  await expect(library.rows).toHaveCount(1)
  await press('F6')
  await press('Shift+F6')
  await expect(library.list).toBeFocused()
  await press('ArrowDown')
  await press('Enter')
  await expect(reading.headline).toHaveText(bundledHeadline)
  await press('F6')
  await press('j')
  await expect(reading.passage('s1')).toHaveAttribute('aria-current', 'true')
  for (let step = 0; step < 4; step += 1) await press('j')
  await expect(reading.passage('2')).toHaveAttribute('aria-current', 'true')
  await press('k')
  await expect(reading.passage('1')).toHaveAttribute('aria-current', 'true')
  await press('Control+Shift+C')
  await expect(shell.said).toHaveText('Link of passage 1 copied.')

  await press('Control+f')
  await expect(shell.search).toBeFocused()
  await page.keyboard.type('tunnel')
  await expect(searchOf(page).places).toHaveCount(3)
  await press('ArrowDown')
  await press('ArrowDown')
  await expect(searchOf(page).selected).toHaveText(/^13/)
  await press('Enter')
  await expect(reading.passage('13')).toHaveAttribute('aria-current', 'true')
  await press('n')
  await press('Alt+ArrowLeft')
  await expect(page).toHaveURL(/\/search\?q=tunnel/)
  await focus.expectVisible()
  await press('Control+f')
  await press('Escape')
  await expect(page).toHaveURL(/\/library/)
  await focus.expectVisible()

  await press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands and items' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('sources')
  await expect(palette.getByRole('option', { selected: true })).toContainText('Sources')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(library.heading).toHaveText('Sources')
  await focus.expectVisible()
  await press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(sheet.getByText('Copy the link of the passage')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await focus.expectVisible()

  const imports = importOf(page)
  await page.keyboard.press('Control+o')
  await expect(imports.chooseFiles).toBeVisible()
  await focus.expectVisible()
  await imports.chooseFiles.focus()
  const text = await archive.write(
    'note.txt',
    'A note from the harbour\n\nThe ferry runs again, and the queue is short.\n',
  )
  await running.choose([text], () => page.keyboard.press('Enter'))
  await expect(imports.commit).toBeEnabled()
  await focus.expectVisible()
  await imports.commit.focus()
  await page.keyboard.press('Enter')
  await expect(imports.state).toContainText('One file was imported')
  await focus.expectVisible()

  const pack = packOf(page)
  await page.keyboard.press('Control+e')
  await expect(pack.count('Articles')).toBeVisible()
  await pack.scope('The whole archive').focus()
  await press('Space')
  await expect(pack.count('Articles')).toHaveText(/2$/)
  await focus.expectVisible()
  await running.destination(join(archive.scratch, 'pack.zip'))
  await pack.make.focus()
  await page.keyboard.press('Enter')
  await expect(pack.made).toBeVisible({ timeout: 60_000 })
  await focus.expectVisible()
})

test('shows with a ring where the focus is, on every stop of the Tab key', async ({ page }) => {
  await libraryOf(page).openBundled()
  const unseen: string[] = []
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab')
    const without = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return ''
      const ringed = [focused, focused.parentElement].some((element) => {
        const style = element && getComputedStyle(element)
        return (
          style &&
          ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
        )
      })
      return ringed ? '' : focused.outerHTML.slice(0, 120)
    })
    if (without) unseen.push(without)
  }
  expect(unseen).toEqual([])
})
