import type { PlaceView, Standing } from '#shared/contract/places'
import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import { currentVersion } from '#shared/model/support'
import { resolveSelector } from '../quotes/resolveSelector'
import { readVersionText } from '../quotes/versionText'
import type { Catalogue } from '../store/types'
import { citedIn } from './citedIn'

/** Where targets lead in the archive as it is now. What is read of one article is kept for as long as this is. */
export interface Places {
  readonly article: (id: Id) => ArticleRecord | undefined
  /** Undefined where the article, its version or the passage is not held. */
  readonly view: (target: PassageTarget) => PlaceView | undefined
  /** In a version of its article, the newest where none is named. */
  readonly standing: (target: PassageTarget, version?: Version) => Standing
}

/** Throws where a target does not say what its version says. */
export const mustFit = (catalogue: Pick<Catalogue, 'record'>, target: PassageTarget): void => {
  const record = catalogue.record(target.articleId)
  if (record?.kind !== 'article') throw new CuttingsError('not-found', { what: 'article' })
  const version = record.versions.find(({ id }) => id === target.versionId)
  if (!version) throw new CuttingsError('not-found', { what: 'version' })
  if (!version.passages.some(({ label }) => label === target.passage))
    throw new CuttingsError('not-found', { what: 'passage' })
  if (!target.selector) return
  const { start, end, exact, textSha256 } = target.selector
  const own = readVersionText(version)
  const fits = own.sha256() === textSha256 && own.text.slice(own.toUnit(start), own.toUnit(end)) === exact
  if (!fits) throw new CuttingsError('bad-input', { reason: 'the words do not stand in this version' })
}

const toStanding = (target: PassageTarget, own: Version, version: Version): Standing => {
  if (own.id === version.id) return { state: 'here' }
  const found = resolveSelector(target, own, version)
  if (found.state === 'exact') return { state: 'found', target: found.target }
  if (found.state === 'other-text') return { state: 'gone' }
  const { proposal } = found
  if (!proposal) return { state: 'orphan' }
  const words = proposal.target.selector?.exact ?? ''
  return { state: 'orphan', proposal: { target: proposal.target, words, likeness: proposal.likeness } }
}

export const createPlaces = (catalogue: Pick<Catalogue, 'record'>): Places => {
  const known = new Map<Id, ArticleRecord | undefined>()
  const article = (id: Id): ArticleRecord | undefined => {
    if (!known.has(id)) {
      const record = catalogue.record(id)
      known.set(id, record?.kind === 'article' ? record : undefined)
    }
    return known.get(id)
  }
  const ownVersion = ({ articleId, versionId }: PassageTarget): Version | undefined =>
    article(articleId)?.versions.find(({ id }) => id === versionId)

  const standing: Places['standing'] = (target, version) => {
    const held = article(target.articleId)
    const own = ownVersion(target)
    if (!held || !own) return { state: 'gone' }
    return toStanding(target, own, version ?? currentVersion(held))
  }

  return {
    article,
    standing,
    view: (target) => {
      const held = article(target.articleId)
      const own = ownVersion(target)
      const passage = own?.passages.find(({ label }) => label === target.passage)
      if (!held || !own || !passage) return undefined
      return {
        target,
        headline: held.headline,
        ...(held.publisher === undefined ? {} : { publisher: held.publisher }),
        ...(held.published === undefined ? {} : { published: held.published.edtf }),
        version: own.number,
        newest: currentVersion(held).number,
        words: target.selector?.exact ?? passage.text,
        text: passage.text,
        cited: citedIn(held, own, target.passage, catalogue),
        standing: standing(target),
      }
    },
  }
}
