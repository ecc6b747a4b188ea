import type { Page } from '@playwright/test'

/** What a search finds: places, grouped by item. */
export const searchOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Search results' })
  const places = pane.getByRole('listbox').getByRole('option')
  return {
    pane,
    places,
    place: (passage: string) => places.filter({ hasText: new RegExp(`^${passage}`) }),
    selected: pane.getByRole('option', { selected: true }),
    heading: pane.getByRole('heading', { level: 1 }),
  }
}

/** What is marked in an element, in order: a mark has no role that tests could ask for. */
export const marksIn = (page: Page) => page.locator('mark')
