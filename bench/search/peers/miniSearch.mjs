import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { most } from '../most.mjs'

const options = {
  idField: 'id',
  fields: ['title', 'body'],
  storeFields: ['section'],
  searchOptions: { boost: { title: 3 } },
}
const pathIn = (folder) => join(folder, 'miniSearch.json')
const numbers = (found) => found.slice(0, most).map(({ id }) => id)
const mistyped = { fuzzy: (word) => (word.length > 4 ? 0.2 : false) }

export const side = {
  build: (articles, folder) => {
    const index = new MiniSearch(options)
    for (const article of articles) index.add(article)
    writeFileSync(pathIn(folder), JSON.stringify(index))
  },
  size: (folder) => statSync(pathIn(folder)).size,
  open: (folder) => {
    const index = MiniSearch.loadJSON(readFileSync(pathIn(folder), 'utf8'), options)
    const find = (words, how) => numbers(index.search(words.join(' '), how))
    const isLast = (_word, at, words) => at === words.length - 1
    return {
      typed: (words, beginning) => find([...words, beginning], { combineWith: 'AND', prefix: isLast }),
      any: (words) => find(words),
      all: (words) => find(words, { combineWith: 'AND' }),
      fuzzy: (word) => find([word], mistyped),
      field: (word, section) =>
        find([word], { fields: ['title'], filter: (article) => article.section === section }),
      known: (words) => find(words),
      mistyped: (words) => find(words, mistyped),
      add: (article) => index.add(article),
      close: () => undefined,
    }
  },
}
