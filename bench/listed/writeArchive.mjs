// An archive of so many articles that importing them would take most of a benchmark's time. Records are committed as they are:
// an import would read, fsync and rename a file for each, and that is measured elsewhere.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
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

function* batches(texts, random) {
  let articles = []
  let number = 0
  for (const text of texts) {
    articles.push(read(text, number, random))
    number += 1
    if (articles.length < batch) continue
    yield articles
    articles = []
  }
  yield articles
}

/** `texts` as `createArticle` makes them. */
export const writeArchive = async (folder, texts, random) => {
  await bundleSources({ store: join(import.meta.dirname, 'store.mjs') }, bundled)
  const { fillArchive } = await import(pathToFileURL(join(bundled, 'store.mjs')).href)
  await fillArchive(folder, outlets, batches(texts, random))
}
