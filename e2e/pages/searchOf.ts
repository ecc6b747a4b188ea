import type { Page } from '@playwright/test'

/** What a search finds: places, grouped by item. */
export const searchOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Search results' })
  const places = pane.getByRole('listbox').getByRole('option')
  const filters = page.getByRole('region', { name: 'Filters' })
  const inForce = pane.getByRole('list', { name: 'Filters in force' })
  return {
    pane,
    filters,
    /** A value of a facet, by the beginning of what it is called; its count is part of its name. */
    facet: (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}, `) }),
    /** An end of the time that is narrowed to. */
    thumb: (name: 'From' | 'To') => filters.getByRole('slider', { name }),
    headlines: pane.getByRole('listbox').getByRole('group'),
    group: (name: RegExp) => pane.getByRole('group', { name }),
    didYouMean: (text: string) => pane.getByRole('button', { name: text, exact: true }),
    inForce,
    clear: pane.getByRole('button', { name: 'Clear all' }),
    /** Takes a filter back, by what it is called. */
    chip: (name: string) => inForce.getByRole('button', { name: new RegExp(`${name} ?, remove$`) }),
    exportThis: pane.getByRole('button', { name: 'Export this search…' }),
    filterButton: pane.getByRole('button', { name: /^Filters/ }),
    sort: pane.getByRole('button', { name: /^Sort: / }),
    sortBy: async (name: string) => {
      await pane.getByRole('button', { name: /^Sort: / }).click()
      await page.getByRole('menuitemradio', { name }).click()
    },
    offers: page.getByRole('listbox', { name: 'How the search may go on' }).getByRole('option'),
    places,
    place: (passage: string) => places.filter({ hasText: new RegExp(`^${passage}`) }),
    selected: pane.getByRole('option', { selected: true }),
    heading: pane.getByRole('heading', { level: 1 }),
  }
}

/** What is marked in an element, in order: a mark has no role that tests could ask for. */
export const marksIn = (page: Page) => page.locator('mark')
