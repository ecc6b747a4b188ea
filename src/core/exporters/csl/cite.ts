import citeproc, { type CslElement, type Engine } from 'citeproc'
import type { CslItem } from '#shared/model/reference'
import type { Cited, CiteRequest, StyleFacts, StyleSource } from './citing'
import { nearestLocale, readLocales } from './locales'
import { plainItem } from './plainItem'
import { readRuns } from './readRuns'
import { readStyleFile } from './readStyleFile'
import { refuseStyle } from './refuseStyle'
import { readStyle } from './styles'

const treeOf = async (style: StyleSource): Promise<CslElement> =>
  style.kind === 'shipped' ? readStyle(style.id) : readStyleFile(style.xml).root

const idOf = (index: number): string => `item-${index}`

const createEngine = async ({ style, locale, items }: CiteRequest): Promise<[Engine, CslElement]> => {
  const language = nearestLocale(locale)
  const tree = await treeOf(style)
  const plain = new Map(items.map((item, index) => [idOf(index), plainItem(item, idOf(index))]))
  const retrieveItem = (id: string): Record<string, unknown> => structuredClone(plain.get(id) ?? { id })
  const retrieveLocale = await readLocales([language])
  return [new citeproc.Engine({ retrieveLocale, retrieveItem }, tree, language, true), tree]
}

/**
 * Items in a style and a language, by citeproc, which does not let go of its thread until it is done: only in a worker.
 * Throws `style-unreadable` where the style lacks what is asked of it.
 */
export const cite = async (request: CiteRequest): Promise<Cited> => {
  const [engine, tree] = await createEngine(request)
  const isNote = tree.attrs['class'] === 'note'
  const ids = request.items.map((_, index) => idOf(index))
  if (ids.length === 0) return { entries: [], isNote }
  engine.setOutputFormat('html')
  engine.updateItems(ids)
  if (request.form === 'citation') {
    const { locator } = request
    const citationItems = ids.map((id) => (locator === undefined ? { id } : { id, locator, label: 'page' }))
    const html = engine.previewCitationCluster(
      { citationItems, properties: { noteIndex: 1 } },
      [],
      [],
      'html',
    )
    return { entries: [readRuns(html)], isNote }
  }
  const made = engine.makeBibliography()
  if (made === false) return refuseStyle('it has no bibliography')
  return { entries: made[1].map(readRuns), isNote }
}

const sample: CslItem = {
  id: 'sample',
  type: 'book',
  title: 'The old quay',
  author: [{ family: 'Sample', given: 'Anna' }],
  issued: { 'date-parts': [[2001, 3, 4]] },
}

/** Whether a `.csl` file can be used, by using it; what it says of itself. Throws `style-unreadable`. */
export const checkStyle = async (xml: string): Promise<StyleFacts> => {
  const { facts, root } = readStyleFile(xml)
  if (facts.parent !== undefined) return facts
  const forms = root.children.some((child) => typeof child !== 'string' && child.name === 'bibliography')
    ? (['citation', 'bibliography'] as const)
    : (['citation'] as const)
  for (const form of forms)
    await cite({ style: { kind: 'added', xml }, locale: 'en-US', form, items: [sample] })
  return facts
}
