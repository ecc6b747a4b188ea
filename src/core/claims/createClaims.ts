import type {
  ClaimFilter,
  ClaimRow,
  ClaimView,
  LoggedCheck,
  Mark,
  ProposedClaim,
} from '#shared/contract/claims'
import { CuttingsError } from '#shared/errors'
import type { Claim } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import { currentVersion } from '#shared/model/support'
import { found } from '../store/found'
import type { Catalogue } from '../store/types'
import { marksIn } from './bearingOf'
import { toRow, toView } from './claimViews'
import { createClaimEdits, type ClaimEdits } from './createClaimEdits'
import { createPlaces } from './places'
import { proposeFor } from './proposing/proposeFor'
import type { Deeds } from './createDeeds'

interface Page<Row> {
  readonly total: number
  readonly rows: Row[]
}

export interface Claims extends ClaimEdits {
  readonly list: (filter: ClaimFilter, offset: number, limit: number) => Page<ClaimRow>
  readonly get: (id: Id) => ClaimView
  readonly bearing: (itemId: Id, versionId?: Id) => { claims: ClaimRow[]; notes: Note[]; marks: Mark[] }
  readonly propose: (articleId: Id, offset: number, limit: number) => Page<ProposedClaim>
  readonly log: (offset: number, limit: number) => Page<LoggedCheck>
}

const all = Number.MAX_SAFE_INTEGER

const conditionsOf = ({ lack, ...filter }: ClaimFilter) => ({
  ...filter,
  ...(lack === 'unsourced' ? { supported: false } : {}),
  ...(lack === 'single-source' ? { supported: true } : {}),
  ...(lack === 'contradicted' ? { contradicted: true as const } : {}),
  ...(lack === 'unchecked' ? { unchecked: true as const } : {}),
})

const listClaims = (
  catalogue: Catalogue,
  filter: ClaimFilter,
  offset: number,
  limit: number,
): Page<ClaimRow> => {
  const places = createPlaces(catalogue)
  const conditions = conditionsOf(filter)
  if (filter.lack !== 'single-source') {
    const { total, rows } = catalogue.claims(conditions, offset, limit)
    return { total, rows: rows.map((claim) => toRow(claim, places, catalogue)) }
  }
  // On how many sources a claim rests is computed, so that no index of the catalogue tells it.
  const rows = catalogue
    .claims(conditions, 0, all)
    .rows.map((claim) => toRow(claim, places, catalogue))
    .filter(({ sources }) => sources === 1)
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}

/** Claims with their evidence and checks. */
export const createClaims = (catalogue: Catalogue, deeds: Deeds): Claims => ({
  ...createClaimEdits(catalogue, deeds),
  list: (filter, offset, limit) => listClaims(catalogue, filter, offset, limit),
  get: (id) => toView(found(catalogue, 'claim', id), catalogue),
  bearing: (itemId, versionId) => {
    const { claims, notes } = catalogue.bearingOn(itemId)
    const places = createPlaces(catalogue)
    const rows = claims.map((claim: Claim) => toRow(claim, places, catalogue))
    const article = places.article(itemId)
    if (!article) return { claims: rows, notes: [...notes], marks: [] }
    const version =
      versionId === undefined ? currentVersion(article) : article.versions.find(({ id }) => id === versionId)
    if (!version) throw new CuttingsError('not-found', { what: 'version' })
    return { claims: rows, notes: [...notes], marks: marksIn(version, { claims, notes }, places) }
  },
  propose: (articleId, offset, limit) => {
    const rows = proposeFor(found(catalogue, 'article', articleId), catalogue.bearingOn(articleId).claims)
    return { total: rows.length, rows: rows.slice(offset, offset + limit) }
  },
  log: catalogue.checks,
})
