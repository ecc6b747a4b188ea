import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { libraryOf } from './libraryOf'
import { readingOf } from './readingOf'
import { shellOf } from './shellOf'

/** A view as one who has no mouse meets it. */
export interface View {
  /** Of the route that shows it. */
  readonly route: string
  /** Keys, one after the other, that open it from the library. */
  readonly keys: readonly string[]
  readonly address: RegExp
  /** What is mainly done in it. */
  readonly action: Locator
  /** The keys that do it, once it has the focus, and what is then seen. */
  readonly use?: { readonly keys: readonly string[]; readonly seen: Locator }
}

/** The names of all routes, as the application has them. */
export const routeNames = (): string[] =>
  [
    ...readFileSync(join(import.meta.dirname, '../../src/renderer/routes.ts'), 'utf8').matchAll(
      /\bname: '(\w+)'/g,
    ),
  ].map(([, name = '']) => name)

const records = (page: Page): Readonly<Record<string, View>> => {
  const { pane, headline, passage } = readingOf(page)
  const { list } = libraryOf(page)
  const open = ['F6', 'ArrowDown', 'Enter']
  const record = { route: 'library', action: list, use: { keys: ['ArrowDown', 'Enter'], seen: headline } }
  return {
    article: {
      ...record,
      keys: ['g', 't'],
      address: /show=article/,
      use: { keys: [...open.slice(1), 'F6', 'j'], seen: passage('1') },
    },
    source: { ...record, keys: ['g', 's'], address: /show=source/ },
    reference: {
      ...record,
      keys: ['g', 'r'],
      address: /show=reference/,
      use: { keys: open.slice(1), seen: pane.getByRole('button', { name: 'Cite…' }) },
    },
  }
}

/** Every view; a new one that has no entry here fails its spec. */
export const viewsOf = (page: Page): Readonly<Record<string, View>> => {
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    ...records(page),
    claims: {
      route: 'claims',
      keys: ['g', 'c'],
      address: /\/claims/,
      action: link('Checker’s log'),
      use: { keys: ['Enter'], seen: page.getByRole('main').getByText('No check was entered yet.') },
    },
    import: {
      route: 'import',
      keys: ['Control+o'],
      address: /\/import/,
      action: page.getByRole('main').getByRole('button', { name: /^(Choose files…|Import more)/ }),
    },
    search: {
      route: 'search',
      keys: ['Control+f', 't', 'u', 'n', 'n', 'e', 'l'],
      address: /\/search\?q=tunnel/,
      action: shellOf(page).search,
      use: { keys: ['ArrowDown'], seen: page.getByRole('main').getByRole('option', { selected: true }) },
    },
    queries: {
      route: 'queries',
      keys: ['g', 'q'],
      address: /\/queries/,
      action: region('List of queries').getByRole('textbox'),
      use: { keys: ['t', 'u', 'n'], seen: button('Read it') },
    },
    packs: {
      route: 'packs',
      keys: ['Control+e'],
      address: /\/packs/,
      action: page.getByRole('main').getByRole('radio', { checked: true }).first(),
      use: {
        keys: ['ArrowDown', 'ArrowUp'],
        seen: page.getByRole('main').getByRole('button', { name: /^Make the pack/ }),
      },
    },
    duplicates: {
      route: 'duplicates',
      keys: ['g', 'd'],
      address: /\/duplicates/,
      action: region('Duplicates')
        .getByRole('button', { name: /^Merge/ })
        .first(),
    },
    support: {
      route: 'support',
      keys: ['g', 'n'],
      address: /\/support/,
      action: link('Photos without a credit'),
      use: { keys: ['Shift+Tab', 'Enter'], seen: region('What lacks support').getByText(/ found$/) },
    },
    spellings: {
      route: 'spellings',
      keys: ['g', 'l'],
      address: /\/spellings/,
      action: region('Spellings')
        .getByRole('button', { name: /^Merge/ })
        .first(),
    },
    overview: {
      route: 'overview',
      keys: ['g', 'o'],
      address: /\/overview/,
      action: button('Table'),
      use: { keys: ['Enter'], seen: region('Overview').getByRole('table').first() },
    },
    filing: {
      route: 'filing',
      keys: ['g', 'k'],
      address: /\/filing/,
      action: button('Rename the tag “Ferries”…'),
      use: { keys: ['Enter', 'Escape'], seen: region('Tags and collections').getByText('Ferries') },
    },
    trash: {
      route: 'trash',
      keys: ['g', 'x'],
      address: /\/trash/,
      action: button('Empty the trash…'),
      use: { keys: ['Enter', 'Escape'], seen: region('Trash').getByRole('button', { name: /Bring back/ }) },
    },
    network: {
      route: 'network',
      keys: ['Control+k', ...'what went', 'Enter'],
      address: /\/network/,
      action: button('Copy the commands'),
      use: { keys: ['Enter'], seen: shellOf(page).said },
    },
    verify: {
      route: 'verify',
      keys: ['Control+k', ...'verify', 'Enter'],
      address: /\/verify/,
      action: button('Verify this archive'),
      use: {
        keys: ['Enter'],
        seen: region('Verify').getByRole('region', { name: /^Originals unchanged and complete: / }),
      },
    },
  }
}
