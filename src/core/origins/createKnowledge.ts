import type { AnyRecord } from '#shared/model/records'
import { supportOf, type Support } from '#shared/model/support'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import { keepLast } from '../records/keepLast'
import { titleOf } from '../records/titleOf'
import type { Publishers } from './createPublishers'
import { createTexts, type ToldText } from './createTexts'
import type { CitedPassage } from './stated'

export type ReadRecord = (id: Id) => AnyRecord | undefined

/** Where it is looked up who stands behind something: an archive, or the records of a pack. */
export interface KnownRecords {
  readonly record: ReadRecord
  /** Another number wherever a record changed. */
  readonly revision: () => number
  readonly publishers: Publishers
  /** Of the newest version of an article; undefined where its text is too short to be compared. */
  readonly signature: (id: Id) => Uint32Array | undefined
}

export interface Knowledge extends Pick<KnownRecords, 'publishers' | 'signature'> {
  readonly read: ReadRecord
  /** Undefined where the article, its version or the passage is not held. */
  readonly citedAt: (target: PassageTarget) => CitedPassage | undefined
  readonly textOf: (id: Id) => ToldText | undefined
  readonly titleOf: (id: Id) => string
}

/** Versions of which it is kept what their passages rest on. */
const mostHeld = 16

export const createKnowledge = (known: KnownRecords): Knowledge => {
  const read = known.record
  const supports = keepLast<ReadonlyMap<string, Support>>(mostHeld)
  return {
    publishers: known.publishers,
    signature: known.signature,
    read,
    textOf: createTexts(known),
    titleOf: (id) => {
      const record = read(id)
      return record ? titleOf(record) : ''
    },
    citedAt: (target) => {
      const article = read(target.articleId)
      const version =
        article?.kind === 'article' ? article.versions.find(({ id }) => id === target.versionId) : undefined
      const passage = version?.passages.find(({ label }) => label === target.passage)
      if (article?.kind !== 'article' || !version || !passage) return undefined
      const { citations } = article
      const support = supports(`${known.revision()} ${version.id}`, () => supportOf(version, citations))
      const ids = new Set(support.get(passage.label)?.citationIds)
      return { text: passage.text, citations: citations.filter(({ id }) => ids.has(id)) }
    },
  }
}
