import type { TableMapping } from '#shared/model/parsed'
import { columnContent } from './columnContent'
import type { ColumnContent } from './columnContent'
import { fieldOfHead, isTelling, tableTargets } from './headFields'
import type { TableTarget } from './headFields'

/** Where content goes that no head names. */
const fieldsOfContent: Readonly<Record<TableTarget, Readonly<Partial<Record<ColumnContent, string>>>>> = {
  reference: { url: 'URL', doi: 'DOI', date: 'issued' },
  photo: { date: 'dateCreated', position: 'position' },
  source: { url: 'url' },
}

interface Proposal {
  readonly mapping: TableMapping
  readonly score: number
}

/** Fields that speak of a picture; a place or a date alone may be anything's. */
const ofPictures: readonly string[] = ['description', 'creator', 'creditLine', 'copyrightNotice']

/** Whether rows with these fields are something of the kind. */
const isEnough = (
  target: TableTarget,
  fields: ReadonlySet<string>,
  telling: number,
  columns: number,
): boolean => {
  const isMore = fields.size > 1 || columns === 1
  // An owner has whatever can be owned.
  if (target === 'source')
    return (
      fields.has('name') && (columns === 1 || [...fields].filter((field) => field !== 'owner').length > 1)
    )
  if (target === 'reference')
    return fields.has('title') || fields.has('DOI') || (fields.has('URL') && telling > 0)
  return (
    (fields.has('sourceFile') && isMore) || (telling > 1 && ofPictures.some((field) => fields.has(field)))
  )
}

const propose = (
  target: TableTarget,
  columns: readonly string[],
  contents: readonly (ColumnContent | undefined)[],
): Proposal | undefined => {
  const byHead = new Map<string, string>()
  let score = 0
  let telling = 0
  for (const head of columns) {
    const field = fieldOfHead(target, head)
    if (field === undefined || byHead.has(head)) continue
    byHead.set(head, field)
    if (isTelling(target, head)) telling += 1
    score += isTelling(target, head) ? 3 : 1
  }
  const fields = new Set(byHead.values())
  for (const [index, head] of columns.entries()) {
    const content = contents[index]
    const field = content === undefined ? undefined : fieldsOfContent[target][content]
    if (field === undefined || fields.has(field) || byHead.has(head) || head === '') continue
    byHead.set(head, field)
    fields.add(field)
    score += 1
  }
  if (!isEnough(target, fields, telling, columns.length)) return undefined
  return { mapping: { target, columns: Object.fromEntries(byHead) }, score }
}

/**
 * What the rows of a table are, and which column holds what, by the heads and, where those say nothing, by the cells of the
 * first rows. Undefined where it fits none of the targets. A proposal: the user may correct it.
 */
export const proposeMapping = (
  columns: readonly string[],
  sample: readonly (readonly string[])[],
): TableMapping | undefined => {
  const contents = columns.map((_, index) => columnContent(sample.map((row) => row[index] ?? '')))
  let best: Proposal | undefined
  for (const target of tableTargets) {
    const proposal = propose(target, columns, contents)
    if (proposal && proposal.score > (best?.score ?? 0)) best = proposal
  }
  return best?.mapping
}
