import type { Analyser } from '#core/search/analysis/analyser'
import type { DocumentSource } from '#core/search/types'
import { encodeIndex } from './encodeIndex'
import { IndexBuilder } from './indexBuilder'

const batch = 200

/**
 * Reads every document and gives the bytes of a new main index, in one go: it runs in a worker of its own. A document that
 * changes meanwhile is listed by `changesSince` of the revision that the index carries.
 */
export const buildMainIndex = (source: DocumentSource, analyser: Analyser): Uint8Array => {
  const { revision, ids } = source.changesSince(0)
  const builder = new IndexBuilder(analyser)
  for (let at = 0; at < ids.length; at += batch)
    for (const document of source.read(ids.slice(at, at + batch))) builder.add(document)
  return encodeIndex(builder, revision)
}
