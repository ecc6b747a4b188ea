import type { Source } from '#shared/model/citation'
import { supportOf, type Support } from '#shared/model/support'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import { keepLast } from '../records/keepLast'
import { titleOf } from '../records/titleOf'
import { createHeld } from './createHeld'
import { createTexts, type ToldText } from './createTexts'
import { createTold, type ToldBy } from './createTold'
import { findCredits, type Credit } from './findCredits'
import type { KnownRecords, ReadRecord } from './knownRecords'
import type { CitedPassage } from './stated'

export interface Knowledge extends Pick<KnownRecords, 'signature'> {
  readonly read: ReadRecord
  /** Sources are named again and again. */
  readonly sourceOf: (id: Id | undefined) => Source | undefined
  /** Undefined where the article, its version or the passage is not held. */
  readonly citedAt: (target: PassageTarget) => CitedPassage | undefined
  readonly toldBy: ToldBy
  /** Of the words of a citation, which are few and come again. */
  readonly creditsIn: (literal: string) => readonly Credit[]
  readonly textOf: (id: Id) => ToldText | undefined
  readonly titleOf: (id: Id) => string
}

/** Versions of which it is kept what their passages rest on. */
const mostHeld = 16

/** Sources that are kept read. */
const mostSources = 5000

/** Words of citations of which it is kept whose they are. */
const mostLiterals = 5000

/** Signatures that are kept: a quarter of a kilobyte each. */
const mostSignatures = 4000

export const createKnowledge = (known: KnownRecords): Knowledge => {
  const read = known.record
  const supports = createHeld<ReadonlyMap<string, Support>>(known.revision, mostHeld)
  const signatures = createHeld<{ readonly value: Uint32Array | undefined }>(known.revision, mostSignatures)
  const sources = createHeld<{ readonly value: Source | undefined }>(known.revision, mostSources)
  const credits = keepLast<readonly Credit[]>(mostLiterals)
  const readSource = (id: Id): Source | undefined => {
    const record = read(id)
    return record?.kind === 'source' ? record : undefined
  }
  return {
    sourceOf: (id) => (id === undefined ? undefined : sources(id, () => ({ value: readSource(id) })).value),
    signature: (id) => signatures(id, () => ({ value: known.signature(id) })).value,
    toldBy: createTold(known),
    creditsIn: (literal) => credits(literal, () => findCredits(literal)),
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
      const support = supports(version.id, () => supportOf(version, citations))
      const ids = new Set(support.get(passage.label)?.citationIds)
      return { text: passage.text, citations: citations.filter(({ id }) => ids.has(id)) }
    },
  }
}
