import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { disc, pngOf, stripes, tiffOf } from './fixtures/pictures'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { focusOf } from './pages/focusOf'
import { photosOf } from './pages/photosOf'
import { shellOf } from './pages/shellOf'

test.slow()

const importPhotos = async (archive: ArchiveFolder, page: Page, running: RunningHost): Promise<void> => {
  const files = {
    'a-quay.png': pngOf({ width: 900, height: 600, paint: disc(0.4) }),
    'b-quay-small.png': pngOf({ width: 450, height: 300, paint: disc(0.4) }),
    'c-fence.png': pngOf({ width: 300, height: 600, paint: stripes }),
    'd-scan.tif': tiffOf({ width: 800, height: 500, paint: disc(0.7) }),
    'e-table.csv':
      'fileName,headline,creditLine,dateCreated\nlost.jpg,The lost picture,Sample Pictures,2019-03\n',
  }
  const paths = await Promise.all(
    Object.entries(files).map(([name, content]) => archive.write(name, content)),
  )
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  const imports = importOf(page)
  await imports.start(running, paths)
  await imports.commit.click()
  await expect(imports.state).toContainText('were imported')
  await shellOf(page).entry('Photos').click()
  await expect(shellOf(page).entry('Photos')).toHaveText(/5$/)
  // The process that makes small pictures is started with the first question.
  await expect(photosOf(page).pictureIn('c-fence.png')).toBeVisible({ timeout: 60_000 })
}

/** In the order of titles, so that a test knows what stands where. */
const orderByTitle = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Order:/ }).click()
  await page.getByRole('menuitemradio', { name: 'Title, A to Z' }).click()
}

test('shows photos as pictures, or as a list, and remembers which', async ({ archive, page, running }) => {
  const photos = photosOf(page)
  await importPhotos(archive, page, running)
  await expect(photos.tiles).toHaveCount(5)
  for (const name of ['a-quay.png', 'c-fence.png', 'd-scan.tif'])
    await expect
      .poll(() =>
        photos
          .pictureIn(name)
          .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
      )
      .toBe(true)
  await expect(photos.tile('The lost picture')).toContainText('Not held')
  await expect(photos.tile('The lost picture')).toContainText('Sample Pictures')

  await photos.tile('c-fence.png').click()
  await expect(photos.picture).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await photos.grid.focus()
  await page.keyboard.press('g')
  await page.keyboard.press('g')
  await expect(photos.layout('As a list')).toHaveAttribute('aria-pressed', 'true')
  await expect(photos.pictureIn('a-quay.png')).toHaveCount(0)
  await page.reload()
  await expect(photos.layout('As a list')).toHaveAttribute('aria-pressed', 'true')
  await photos.layout('As pictures').click()
  await expect(photos.pictureIn('a-quay.png')).toBeVisible()
})

test('moves among pictures in two dimensions, and chooses several', async ({ archive, page, running }) => {
  const photos = photosOf(page)
  await importPhotos(archive, page, running)
  await orderByTitle(page)
  await expect(photos.tiles).toHaveCount(5)
  await photos.grid.focus()
  const active = (): Promise<string | null> =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.getAttribute('aria-posinset') ?? null
    })
  const columns = await photos.tiles.evaluateAll((tiles) => {
    const [first] = tiles
    const top = first?.getBoundingClientRect().top
    return tiles.filter((tile) => tile.getBoundingClientRect().top === top).length
  })
  expect(columns).toBeGreaterThan(1)
  await page.keyboard.press('ArrowRight')
  expect(await active()).toBe('1')
  await page.keyboard.press('ArrowRight')
  expect(await active()).toBe('2')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  expect(await active()).toBe(String(Math.min(5, 1 + columns)))
  await page.keyboard.press('End')
  expect(await active()).toBe('5')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(photos.grid.getByRole('option', { selected: true })).toHaveCount(2)
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Space')
  await expect(photos.grid.getByRole('option', { selected: true })).toHaveCount(3)
  await expect(shellOf(page).packButton).toHaveText(/3$/)
  await focusOf(page).expectVisible()
})

test('shows a photo large by keyboard, at full size, and the next one', async ({
  archive,
  page,
  running,
}) => {
  const photos = photosOf(page)
  const focus = focusOf(page)
  await importPhotos(archive, page, running)
  await orderByTitle(page)
  await expect(photos.tile('a-quay.png')).toBeVisible()
  await photos.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(photos.loadedWidth).toBe(512)
  await page.keyboard.press('Enter')
  await expect(photos.grid).toBeHidden()
  await expect.poll(photos.loadedWidth).toBe(900)
  await expect(photos.place(1, 5)).toBeVisible()
  await focus.expectVisible()

  await page.keyboard.press('z')
  await expect(photos.tool('Fit to the pane')).toBeVisible()
  expect(await photos.picture.evaluate((image) => image.getBoundingClientRect().width)).toBe(900)
  await page.keyboard.press('z')
  await expect(photos.tool('Full size (100%)')).toBeVisible()

  await photos.stage.focus()
  await page.keyboard.press('ArrowRight')
  await expect(photos.place(2, 5)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'b-quay-small.png' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(photos.place(1, 5)).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(photos.grid).toBeVisible()
  await expect(photos.grid).toBeFocused()
  await focus.expectVisible()
})

test('names pictures that look alike, and shows what the window cannot', async ({
  archive,
  page,
  running,
}) => {
  const photos = photosOf(page)
  await importPhotos(archive, page, running)
  await expect(photos.pictureIn('b-quay-small.png')).toBeVisible()
  await photos.tile('a-quay.png').click()
  await expect(photos.similar('b-quay-small.png')).toHaveAccessibleName(/(same|like it)/)
  await photos.similar('b-quay-small.png').click()
  await expect(page.getByRole('heading', { name: 'b-quay-small.png' })).toBeVisible()

  await photos.tile('d-scan.tif').click()
  await page.keyboard.press('l')
  await expect.poll(photos.loadedWidth).toBe(512)
  await expect(page.getByText('This window cannot show TIFF pictures in full')).toBeVisible()
  await expect(photos.tool('Full size (100%)')).toHaveCount(0)
})
