import type { Id } from '#shared/model/scalars'
import type { CatalogueReader } from '../store/types'

/** How a record is named in what is told of it: its place in the archive, and what lists call it. */
export const recordSubject = (catalogue: Pick<CatalogueReader, 'nameOf'>, id: Id) => {
  const title = catalogue.nameOf(id)
  return { name: 'catalogue.sqlite', id, ...(title === undefined ? {} : { title }) }
}
