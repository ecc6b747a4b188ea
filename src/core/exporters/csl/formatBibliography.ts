import citeproc from 'citeproc'
import type { CslItem } from '#shared/model/reference'
import { plainItem } from './plainItem'
import { readLocale, readStyle, type BibliographyStyle } from './styles'

/**
 * A bibliography in the order and form of the style, by citeproc. `html` is a `div` with one `div` per entry and, inside,
 * no mark but citeproc's own (`i`, `b`, `sup`, `sub`, `span`): everything else in the items is escaped. `text` is one
 * entry per line. Both are empty where there is no item.
 */
export const formatBibliography = ({
  style,
  items,
}: {
  readonly style: BibliographyStyle
  readonly items: readonly CslItem[]
}): { html: string; text: string } => {
  if (items.length === 0) return { html: '', text: '' }
  const ids = items.map((_, index) => `item-${index}`)
  const plain = new Map(items.map((item, index) => [`item-${index}`, plainItem(item, `item-${index}`)]))
  const engine = new citeproc.Engine(
    { retrieveLocale: readLocale, retrieveItem: (id) => structuredClone(plain.get(id) ?? { id }) },
    readStyle(style),
    'en-US',
    true,
  )
  const entriesAs = (format: 'html' | 'text') => {
    engine.setOutputFormat(format)
    engine.updateItems(ids)
    return engine.makeBibliography()
  }
  const [marks, entries] = entriesAs('html')
  const html = `${marks.bibstart}${entries.join('')}${marks.bibend}\n`
  const text = entriesAs('text')[1].map((entry) => `${entry.trim()}\n`)
  return { html, text: text.join('') }
}
