import { CuttingsError } from '#shared/errors'
import type { Check, Claim, ClaimStatus, ClaimType, Evidence, EvidenceRelation } from '#shared/model/claim'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import { found } from '../store/found'
import type { Catalogue } from '../store/types'
import { cleanWords } from './cleanWords'
import type { Deeds } from './createDeeds'
import { mustFit } from './places'

export interface ClaimChange {
  readonly text?: string | undefined
  readonly claimType?: ClaimType | undefined
  readonly status?: ClaimStatus | undefined
  readonly target?: PassageTarget | undefined
}

export interface NewEvidence {
  readonly relation: EvidenceRelation
  readonly target?: PassageTarget | undefined
  readonly itemId?: Id | undefined
  readonly sourceId?: Id | undefined
  readonly obtained?: string | undefined
}

export interface EvidenceChange {
  readonly relation?: EvidenceRelation | undefined
  readonly target?: PassageTarget | undefined
  /** `null` takes it out. */
  readonly obtained?: string | null | undefined
}

/** Each is one event of the claim's chain. */
export interface ClaimEdits {
  readonly make: (made: { text: string; claimType: ClaimType; target?: PassageTarget | undefined }) => Claim
  readonly edit: (id: Id, change: ClaimChange) => Claim
  readonly addEvidence: (id: Id, evidence: NewEvidence) => Claim
  readonly editEvidence: (id: Id, evidenceId: Id, change: EvidenceChange) => Claim
  readonly removeEvidence: (id: Id, evidenceId: Id) => Claim
  readonly restoreEvidence: (id: Id, evidence: Evidence, position: number) => Claim
  readonly check: (id: Id, line: Omit<Check, 'at'>) => Claim
  readonly withdraw: (id: Id) => void
  readonly restore: (id: Id) => Claim
}

/** Throws where evidence points at nothing that the archive holds. */
const mustBear = (catalogue: Catalogue, { target, itemId, sourceId }: NewEvidence): void => {
  if ((target === undefined) === (itemId === undefined))
    throw new CuttingsError('bad-input', { reason: 'evidence is a passage or an item, one of them' })
  if (target) mustFit(catalogue, target)
  if (itemId !== undefined) {
    const kind = catalogue.record(itemId)?.kind
    if (kind !== 'photo' && kind !== 'reference')
      throw new CuttingsError('not-found', { what: 'photo or reference' })
  }
  if (sourceId !== undefined) found(catalogue, 'source', sourceId)
}

const evidenceIn = (claim: Claim, evidenceId: Id): Evidence => {
  const evidence = claim.evidence.find(({ id }) => id === evidenceId)
  if (!evidence) throw new CuttingsError('not-found', { what: 'evidence' })
  return evidence
}

const changedEvidence = (
  { obtained: before, ...held }: Evidence,
  { relation, target, obtained }: EvidenceChange,
): Evidence => {
  const words = obtained === null ? undefined : obtained === undefined ? before : cleanWords(obtained)
  return {
    ...held,
    ...(relation === undefined ? {} : { relation }),
    ...(target === undefined ? {} : { target }),
    ...(words === undefined ? {} : { obtained: words }),
  }
}

const createEvidenceEdits = (
  catalogue: Catalogue,
  { store, clock, now }: Deeds,
): Pick<ClaimEdits, 'addEvidence' | 'editEvidence' | 'removeEvidence' | 'restoreEvidence'> => {
  const keep = (claim: Claim, evidence: Evidence[]): Claim => store({ ...claim, evidence }, 'edit')
  return {
    addEvidence: (id, { relation, target, itemId, sourceId, obtained }) => {
      const claim = found(catalogue, 'claim', id)
      mustBear(catalogue, { relation, target, itemId, sourceId })
      const evidence: Evidence = {
        id: clock.createId(),
        relation,
        ...(target === undefined ? {} : { target }),
        ...(itemId === undefined ? {} : { itemId }),
        ...(sourceId === undefined ? {} : { sourceId }),
        ...(obtained === undefined ? {} : { obtained: cleanWords(obtained) }),
        addedAt: now(),
      }
      return keep(claim, [...claim.evidence, evidence])
    },
    editEvidence: (id, evidenceId, change) => {
      const claim = found(catalogue, 'claim', id)
      const changed = changedEvidence(evidenceIn(claim, evidenceId), change)
      mustBear(catalogue, changed)
      return keep(
        claim,
        claim.evidence.map((one) => (one.id === evidenceId ? changed : one)),
      )
    },
    removeEvidence: (id, evidenceId) => {
      const claim = found(catalogue, 'claim', id)
      evidenceIn(claim, evidenceId)
      return keep(
        claim,
        claim.evidence.filter((one) => one.id !== evidenceId),
      )
    },
    restoreEvidence: (id, evidence, position) => {
      const claim = found(catalogue, 'claim', id)
      mustBear(catalogue, evidence)
      const others = claim.evidence.filter((one) => one.id !== evidence.id)
      return keep(claim, [...others.slice(0, position), evidence, ...others.slice(position)])
    },
  }
}

export const createClaimEdits = (catalogue: Catalogue, deeds: Deeds): ClaimEdits => {
  const { store, clock, now } = deeds
  return {
    ...createEvidenceEdits(catalogue, deeds),
    make: ({ text, claimType, target }) => {
      if (target) mustFit(catalogue, target)
      return store(
        {
          id: clock.createId(),
          kind: 'claim',
          text: cleanWords(text),
          claimType,
          status: 'open',
          ...(target ? { target } : {}),
          evidence: [],
          checks: [],
          createdAt: now(),
        },
        'import',
      )
    },
    edit: (id, { text, claimType, status, target }) => {
      const claim = found(catalogue, 'claim', id)
      if (target) mustFit(catalogue, target)
      return store(
        {
          ...claim,
          ...(text === undefined ? {} : { text: cleanWords(text) }),
          ...(claimType === undefined ? {} : { claimType }),
          ...(status === undefined ? {} : { status }),
          ...(target === undefined ? {} : { target }),
        },
        'edit',
      )
    },
    check: (id, { by, method, outcome }) => {
      const claim = found(catalogue, 'claim', id)
      const line: Check = { at: now(), by: cleanWords(by), method: cleanWords(method), outcome }
      return store({ ...claim, status: outcome, checks: [...claim.checks, line] }, 'edit')
    },
    withdraw: (id) => deeds.withdraw(id, 'claim'),
    restore: (id) => {
      const record = deeds.restore(id)
      if (record.kind !== 'claim') throw new CuttingsError('not-found', { what: 'claim' })
      return record
    },
  }
}
