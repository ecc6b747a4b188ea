import { cslTypes } from '#shared/csl/cslTypes'
import { dateVariables, nameVariables, textVariables } from '#shared/csl/cslVariables'
import { headText } from './headText'
import { jsonEntries } from './jsonEntries'
import { isRecord } from './plainJson'

const begins = /^\s*(?:\[\s*)?\{/

/** Variables that JSON of another kind does not have by chance. */
const telling =
  /^(?:issued|accessed|container-title(?:-short)?|publisher-place|collection-title|title-short|event-place|citation-key|archive_location|number-of-pages|DOI|ISBN|ISSN)$/

const isVariable = (name: string): boolean =>
  ['id', 'type', 'custom', 'categories', 'container'].includes(name) ||
  nameVariables.has(name) ||
  dateVariables.has(name) ||
  textVariables.has(name)

const judgeEntry = (entry: unknown): number => {
  if (!isRecord(entry)) return 0
  const { type, title, id } = entry
  if (typeof type !== 'string' || !cslTypes.has(type)) return 0
  if (typeof title !== 'string' && typeof id !== 'string' && typeof id !== 'number') return 0
  const names = Object.keys(entry)
  if (names.some((name) => telling.test(name))) return 0.95
  return names.every(isVariable) ? 0.85 : 0
}

/** The first entry reaches beyond the head: its beginning has to do. */
const judgeBeginning = (text: string): number => {
  const type = /"type"\s*:\s*"([a-z_-]{1,40})"/.exec(text)?.[1]
  const isCsl = type !== undefined && cslTypes.has(type)
  return isCsl && /"(?:container-title|date-parts|citation-key|publisher-place)"\s*:/.test(text) ? 0.9 : 0
}

/** Sure only of objects whose `type` is one of CSL's and whose other names speak for CSL: JSON of many kinds has types. */
export const recogniseCslJson = (head: Uint8Array): number => {
  const text = headText(head)
  if (!begins.test(text)) return 0
  const first = jsonEntries(text).next()
  if (first.done) return 0
  if (!first.value.whole) return judgeBeginning(first.value.text)
  try {
    return judgeEntry(JSON.parse(first.value.text))
  } catch {
    // Not JSON, whatever it looked like.
    return 0
  }
}
