import type {
  ClaimFilter,
  ClaimLack,
  ClaimRow,
  ClaimView,
  LoggedCheck,
  Mark,
  ProposedClaim,
} from '#shared/contract/claims'
import type { OriginGroups } from '#shared/contract/support'
import { CuttingsError } from '#shared/errors'
import type { Claim } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import { currentVersion } from '#shared/model/support'
import { createPauses } from '../jobs/createPauses'
import type { Origins } from '../origins/createOrigins'
import { found } from '../store/found'
import type { Catalogue } from '../store/types'
import { marksIn } from './bearingOf'
import { toRow, toView } from './claimViews'
import { createClaimEdits, type ClaimEdits } from './createClaimEdits'
import { createPlaces, type Places } from './places'
import { proposeFor } from './proposing/proposeFor'
import type { Deeds } from './createDeeds'

interface Page<Row> {
  readonly total: number
  readonly rows: Row[]
}

interface Bearing {
  readonly claims: ClaimRow[]
  readonly notes: Note[]
  readonly marks: Mark[]
}

export interface Claims extends ClaimEdits {
  readonly list: (filter: ClaimFilter, offset: number, limit: number) => Promise<Page<ClaimRow>>
  readonly get: (id: Id) => Promise<ClaimView>
  readonly bearing: (itemId: Id, versionId?: Id) => Promise<Bearing>
  readonly propose: (articleId: Id, offset: number, limit: number) => Page<ProposedClaim>
  readonly log: (offset: number, limit: number) => Page<LoggedCheck>
}

const all = Number.MAX_SAFE_INTEGER

const conditionsOf = ({ lack, ...filter }: ClaimFilter) => ({
  ...filter,
  ...(lack === 'contradicted' ? { contradicted: true as const } : {}),
  ...(lack === 'unchecked' ? { unchecked: true as const } : {}),
})

/** On how many sources a claim rests is computed, so that no index of the catalogue tells it. */
const sourcesWanted = new Map<ClaimLack, number>([
  ['unsourced', 0],
  ['single-source', 1],
])

const isBehind = (sourceId: Id, groups: OriginGroups): boolean =>
  groups.some(({ members }) => members.some((member) => member.sourceId === sourceId))

/** Claims with their evidence and checks. */
export const createClaims = (
  catalogue: Catalogue,
  deeds: Deeds,
  origins: Pick<Origins, 'ofClaim'>,
): Claims => {
  const toRows = async (claims: readonly Claim[], places: Places): Promise<ClaimRow[]> => {
    const rows: ClaimRow[] = []
    const pause = createPauses()
    for (const claim of claims) {
      rows.push(toRow(claim, await origins.ofClaim(claim), places))
      await pause()
    }
    return rows
  }
  return {
    ...createClaimEdits(catalogue, deeds),
    list: async (filter, offset, limit) => {
      const conditions = conditionsOf(filter)
      const places = createPlaces(catalogue)
      const pause = createPauses()
      const wanted = filter.lack && sourcesWanted.get(filter.lack)
      if (wanted === undefined && filter.sourceId === undefined) {
        const { total, rows } = catalogue.claims(conditions, offset, limit)
        return { total, rows: await toRows(rows, places) }
      }
      const rows: Claim[] = []
      for (const claim of catalogue.claims(conditions, 0, all).rows) {
        const groups = await origins.ofClaim(claim)
        const isFound = wanted === undefined || groups.length === wanted
        if (isFound && (filter.sourceId === undefined || isBehind(filter.sourceId, groups))) rows.push(claim)
        await pause()
      }
      const page = await toRows(rows.slice(offset, offset + limit), places)
      return { total: rows.length, rows: page }
    },
    get: async (id) => {
      const claim = found(catalogue, 'claim', id)
      return toView(claim, await origins.ofClaim(claim), catalogue)
    },
    bearing: async (itemId, versionId) => {
      const { claims, notes } = catalogue.bearingOn(itemId)
      const places = createPlaces(catalogue)
      const article = places.article(itemId)
      const version =
        versionId === undefined
          ? article && currentVersion(article)
          : article?.versions.find(({ id }) => id === versionId)
      if (article && !version) throw new CuttingsError('not-found', { what: 'version' })
      const marks = version ? marksIn(version, { claims, notes }, places) : []
      return { claims: await toRows(claims, places), notes: [...notes], marks }
    },
    propose: (articleId, offset, limit) => {
      const rows = proposeFor(found(catalogue, 'article', articleId), catalogue.bearingOn(articleId).claims)
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    },
    log: catalogue.checks,
  }
}
