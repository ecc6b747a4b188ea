import type { CslItem } from '#shared/model/reference'
import type { Cited, CiteRequest, StyleFacts } from './citing'
import { makeEngine, type EngineFor } from './engine'
import { readRuns } from './readRuns'
import { readStyleFile } from './readStyleFile'
import { refuseStyle } from './refuseStyle'

/**
 * Items in a style and a language, by citeproc, which does not let go of its thread until it is done: only in a worker.
 * Throws `style-unreadable` where the style lacks what is asked of it.
 */
export const cite = async (
  { style, locale, items, form, locator }: CiteRequest,
  engineFor: EngineFor = makeEngine,
): Promise<Cited> => {
  const { engine, isNote, hold } = await engineFor(style, locale)
  if (items.length === 0) return { entries: [], isNote }
  const ids = hold(items)
  if (form === 'citation') {
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
