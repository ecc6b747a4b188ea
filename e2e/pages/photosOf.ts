import type { Page } from '@playwright/test'

/** Photos as tiles, and one of them beside the others or large. */
export const photosOf = (page: Page) => {
  const grid = page.getByRole('region', { name: 'Items' }).getByRole('listbox')
  const reading = page.getByRole('article', { name: 'Reading' })
  const stage = reading.getByRole('group', { name: /^Picture/ })
  return {
    grid,
    tiles: grid.getByRole('option'),
    tile: (title: string) => grid.getByRole('option').filter({ hasText: title }),
    /** The picture of a tile: the title says what it is, so it has no words and no role. */
    pictureIn: (title: string) => grid.getByRole('option').filter({ hasText: title }).locator('img'),
    layout: (name: 'As pictures' | 'As a list') => page.getByRole('button', { name, exact: true }),
    stage,
    picture: stage.getByRole('img'),
    tool: (name: string) => reading.getByRole('button', { name, exact: true }),
    place: (n: number, total: number) => reading.getByText(`Photo ${n} of ${total}`),
    similar: (title: string) => reading.getByRole('button', { name: new RegExp(`^${title}: `) }),
    /** How wide the picture is that was loaded, in its own pixels; 0 while it is not. */
    loadedWidth: () => stage.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
  }
}
