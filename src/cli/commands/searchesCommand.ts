import { CuttingsError } from '#shared/errors'
import type { SavedSearch } from '#shared/model/savedSearch'
import type { App } from '#core/assembleApp'
import { foldName } from '#core/store/catalogue/foldName'
import { plainLine } from '../plainText'
import type { Command } from '../types'

/** The saved search of this name, whatever the case of its letters; throws `not-found`. */
export const savedSearchNamed = ({ archive }: Pick<App, 'archive'>, name: string): SavedSearch => {
  const found = archive.catalogue.savedSearches().find((saved) => foldName(saved.name) === foldName(name))
  if (!found) throw new CuttingsError('no-such-search', { name })
  return found
}

const rowText = ({ name, text, filters }: SavedSearch, count: number): string => {
  const narrowed = filters.map(({ facet, value, excluded }) => `${excluded ? '-' : ''}${facet}:${value}`)
  return plainLine(`${count}  ${name}  ${[text, ...narrowed].filter(Boolean).join('  ')}`)
}

export const searchesCommand: Command = {
  name: 'searches',
  summary: 'list the saved searches, with how many items each finds now',
  describe: (program) => program,
  run: ({ withApp, output, signal }) =>
    withApp('read', async (app) => {
      await app.search.catchUp()
      for (const saved of app.archive.catalogue.savedSearches()) {
        if (signal.aborted) break
        const { total } = await app.searches.ask({ ...saved, offset: 0, limit: 1 })
        output.result({ ...saved, count: total }, rowText(saved, total))
      }
      return 0
    }),
}
