// An archive with so many articles for the lists of what lacks support. Records are committed as they are: an import would
// read, fsync and rename a file for each, and that is measured elsewhere.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createArticle } from '../articles.mjs'
import { bundleSources } from '../bundleSources.mjs'

const bundled = resolve(import.meta.dirname, '../../node_modules/.cache/bench-listed')
const batch = 500
const outlets = ['Example Gazette', 'Harbour Courier', 'Sample Wire', 'Northern Post']

/** What a text says, with a second source in every third of its lines. */
const read = (text, number, random) => {
  const [headline, , ...blocks] = text.trim().split('\n\n')
  const texts = []
  const lines = []
  for (const block of blocks) {
    const [, name] = /^Source: (.*)$/.exec(block) ?? []
    if (name === undefined) texts.push(block)
    else {
      const other = outlets[Math.floor(random() * outlets.length)]
      lines.push({ after: texts.length - 1, names: random() < 0.33 ? [name, other] : [name] })
    }
  }
  return { headline, publisher: outlets[number % outlets.length], texts, lines }
}

function* batches(count, vocabulary, random) {
  for (let from = 0; from < count; from += batch)
    yield Array.from({ length: Math.min(batch, count - from) }, (_, at) =>
      read(createArticle(from + at, vocabulary, random), from + at, random),
    )
}

export const writeArchive = async (folder, count, vocabulary, random) => {
  await bundleSources({ store: join(import.meta.dirname, 'store.mjs') }, bundled)
  const { fillArchive } = await import(pathToFileURL(join(bundled, 'store.mjs')).href)
  await fillArchive(folder, outlets, batches(count, vocabulary, random))
}
