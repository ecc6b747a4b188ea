import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { articleToCsl } from '../exporters/csl/articleToCsl'
import { photoToCsl } from '../exporters/csl/photoToCsl'
import { recordsOfKind } from '../store/found'
import type { Catalogue } from '../store/types'
import type { CitedWork } from './templates/fillTemplate'

/**
 * What is cited of an item: of a reference the work that it is of, of an article or a photo itself, by what it states. What was
 * merged is cited as what it was merged into. Throws `not-found`.
 */
export const citedWorkOf = (catalogue: Catalogue, id: Id): CitedWork => {
  const record = catalogue.record(catalogue.keptFor(id))
  if (record?.kind === 'article') return { csl: articleToCsl(record) }
  if (record?.kind === 'photo') return { csl: photoToCsl(record) }
  if (record?.kind !== 'reference') throw new CuttingsError('not-found', { what: 'item' })
  const [source] = recordsOfKind(catalogue, 'source', [record.sourceId])
  return { csl: record.csl, source: source?.name }
}
