import citeproc, { type Engine } from 'citeproc'
import { readLocales } from './locales'
import { plainItem } from './plainItem'
import { readStyle } from './styles'
import type { Bibliography, BibliographyRequest, FormatOptions } from './types'

/** Reading and sorting, then an output for each of the two forms: about as long each. */
const parts = 3

/** Told at most so often while items are read. */
const tellEach = 100

/** Each style that a pack is written in has a bibliography. */
const bibliographyOf = (engine: Engine) => {
  const made = engine.makeBibliography()
  if (made === false) throw new TypeError('the style has no bibliography')
  return made
}

/**
 * A bibliography in the order and form of the style, by citeproc. It does not let go of its thread until all is done
 * (about 4 ms per item): where others wait, a `Bibliographer` does it elsewhere.
 */
export const formatBibliography = async (
  { style, items }: BibliographyRequest,
  { onProgress = () => undefined }: FormatOptions = {},
): Promise<Bibliography> => {
  if (items.length === 0) return { html: '', text: '' }
  const ids = items.map((_, index) => `item-${index}`)
  const plain = new Map(items.map((item, index) => [`item-${index}`, plainItem(item, `item-${index}`)]))
  let read = 0
  const retrieveItem = (id: string): Record<string, unknown> => {
    read += 1
    if (read % tellEach === 0) onProgress(Math.min(1, read / ids.length) / 2 / parts)
    return structuredClone(plain.get(id) ?? { id })
  }
  const engine = new citeproc.Engine(
    { retrieveLocale: await readLocales([]), retrieveItem },
    await readStyle(style),
    'en-US',
    true,
  )
  engine.setOutputFormat('html')
  engine.updateItems(ids)
  onProgress(1 / parts)
  const [marks, entries] = bibliographyOf(engine)
  const html = `${marks.bibstart}${entries.join('')}${marks.bibend}\n`
  onProgress(2 / parts)
  engine.setOutputFormat('text')
  const text = bibliographyOf(engine)[1].map((entry) => `${entry.trim()}\n`)
  onProgress(1)
  return { html, text: text.join('') }
}
