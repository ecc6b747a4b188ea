import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import FlexSearch from 'flexsearch'
import { most } from '../most.mjs'

const create = () =>
  new FlexSearch.Document({ tokenize: 'forward', document: { id: 'id', index: ['title', 'body'] } })
const pathIn = (folder) => join(folder, 'flexSearch')

/** Hits in the title first, each once. */
const numbers = (fields) => [...new Set(fields.flatMap(({ result }) => result))].slice(0, most)

export const side = {
  build: async (articles, folder) => {
    const index = create()
    for (const { id, title, body } of articles) index.add({ id, title, body })
    mkdirSync(pathIn(folder))
    await index.export((key, part) => writeFileSync(join(pathIn(folder), key), part ?? ''))
  },
  size: (folder) =>
    readdirSync(pathIn(folder)).reduce((sum, name) => sum + statSync(join(pathIn(folder), name)).size, 0),
  open: async (folder) => {
    const index = create()
    for (const name of readdirSync(pathIn(folder)))
      await index.import(name, readFileSync(join(pathIn(folder), name), 'utf8'))
    const find = (words, how) => numbers(index.search(words.join(' '), { limit: most, ...how }))
    const any = (words) => find(words, { suggest: true })
    return {
      typed: (words, beginning) => find([...words, beginning]),
      any,
      all: (words) => find(words),
      known: any,
      add: ({ id, title, body }) => void index.add({ id, title, body }),
      close: () => undefined,
    }
  },
}
