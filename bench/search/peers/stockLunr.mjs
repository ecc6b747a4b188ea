// lunr as it comes: its own pipeline, its own builder, its own query.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lunr from 'lunr'
import { most } from '../most.mjs'

const pathIn = (folder) => join(folder, 'lunr.json')
const { REQUIRED } = lunr.Query.presence
const fields = ['title', 'body']

export const side = {
  build: (articles, folder) => {
    const builder = new lunr.Builder()
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer)
    builder.searchPipeline.add(lunr.stemmer)
    builder.ref('id')
    builder.field('title', { boost: 3 })
    builder.field('body')
    builder.field('section')
    for (const article of articles) builder.add(article)
    writeFileSync(pathIn(folder), JSON.stringify(builder.build()))
  },
  size: (folder) => statSync(pathIn(folder)).size,
  open: (folder) => {
    const index = lunr.Index.load(JSON.parse(readFileSync(pathIn(folder), 'utf8')))
    let thrown = 0
    const find = (describe) => {
      try {
        const found = index.query(describe)
        return found.slice(0, most).map(({ ref }) => Number(ref))
      } catch {
        // Some beginnings make it throw, where terms with digits collide in its set: counted, and told in the table.
        thrown += 1
        return []
      }
    }
    const any = (words) => find((query) => words.forEach((word) => query.term(word, { fields })))
    const isNoStopWord = (word) => lunr.stopWordFilter(new lunr.Token(word)) !== undefined
    return {
      typed: (words, beginning) =>
        find((query) => {
          for (const word of words.filter(isNoStopWord)) query.term(word, { presence: REQUIRED, fields })
          query.term(beginning, {
            wildcard: lunr.Query.wildcard.TRAILING,
            presence: REQUIRED,
            usePipeline: false,
            fields,
          })
        }),
      any,
      all: (words) =>
        find((query) => words.forEach((word) => query.term(word, { presence: REQUIRED, fields }))),
      fuzzy: (word) => find((query) => query.term(word, { editDistance: 1, fields })),
      field: (word, section) =>
        find((query) => {
          query.term(word, { fields: ['title'], presence: REQUIRED })
          query.term(section, { fields: ['section'], presence: REQUIRED })
        }),
      known: any,
      mistyped: (words) =>
        find((query) => {
          for (const word of words) {
            query.term(word, { fields, boost: 3 })
            if (word.length > 4) query.term(word, { editDistance: 1, fields })
          }
        }),
      thrown: () => thrown,
      close: () => undefined,
    }
  },
}
