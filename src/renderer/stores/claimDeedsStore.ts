import { defineStore } from 'pinia'
import type { ArchiveClient } from '#shared/contract/archive'
import type { Check, Claim, Evidence } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { PassageTarget } from '#shared/model/selector'
import { useServices } from '../services'
import { useLastChangeStore } from './lastChangeStore'

type Input<Verb extends keyof ArchiveClient['claims']> = Parameters<ArchiveClient['claims'][Verb]>[0]
type Tell = (key: string, undo?: () => Promise<unknown>) => void

const createClaimDeeds = ({ claims }: ArchiveClient, tell: Tell) => ({
  make: async (made: Input<'make'>): Promise<Claim> => {
    const claim = await claims.make(made)
    tell('made', () => claims.withdraw({ id: claim.id }))
    return claim
  },
  /** `before` is the claim as it is shown: the undo puts back what was changed. */
  edit: async (before: Claim, change: Omit<Input<'edit'>, 'id'>): Promise<Claim> => {
    const { id, text, claimType, status, target } = before
    const claim = await claims.edit({ id, ...change })
    const back = { id, text, claimType, status, ...(change.target && target ? { target } : {}) }
    tell('edited', () => claims.edit(back))
    return claim
  },
  withdraw: async ({ id }: Pick<Claim, 'id'>): Promise<void> => {
    await claims.withdraw({ id })
    tell('withdrawn', () => claims.restore({ id }))
  },
  check: async (id: string, line: Omit<Check, 'at'>): Promise<Claim> => {
    const claim = await claims.check({ id, ...line })
    tell('checked')
    return claim
  },
})

const createEvidenceDeeds = ({ claims }: ArchiveClient, tell: Tell) => ({
  addEvidence: async (evidence: Input<'addEvidence'>): Promise<Claim> => {
    const claim = await claims.addEvidence(evidence)
    const added = claim.evidence.at(-1)
    tell('evidenceAdded', added && (() => claims.removeEvidence({ id: claim.id, evidenceId: added.id })))
    return claim
  },
  editEvidence: async (
    id: string,
    before: Evidence,
    change: Pick<Input<'editEvidence'>, 'relation' | 'target' | 'obtained'>,
  ): Promise<void> => {
    const { relation, target, obtained = null } = before
    await claims.editEvidence({ id, evidenceId: before.id, ...change })
    tell('evidenceEdited', () =>
      claims.editEvidence({ id, evidenceId: before.id, relation, obtained, ...(target ? { target } : {}) }),
    )
  },
  removeEvidence: async (claim: Claim, evidenceId: string): Promise<void> => {
    const position = claim.evidence.findIndex(({ id }) => id === evidenceId)
    const evidence = claim.evidence[position]
    await claims.removeEvidence({ id: claim.id, evidenceId })
    tell('evidenceRemoved', evidence && (() => claims.restoreEvidence({ id: claim.id, evidence, position })))
  },
})

const createNoteDeeds = ({ notes }: ArchiveClient, tell: Tell) => ({
  makeNote: async (made: Parameters<typeof notes.make>[0]): Promise<Note> => {
    const note = await notes.make(made)
    tell('noteMade', () => notes.withdraw({ id: note.id }))
    return note
  },
  editNote: async (
    { id, text, open, target }: Note,
    change: { text?: string; open?: boolean; target?: Note['target'] },
  ): Promise<void> => {
    await notes.edit({ id, ...change })
    const did = change.open === undefined ? 'noteEdited' : change.open ? 'noteReopened' : 'noteClosed'
    tell(did, () => notes.edit({ id, text, open, ...(change.target ? { target } : {}) }))
  },
  withdrawNote: async ({ id }: Note): Promise<void> => {
    await notes.withdraw({ id })
    tell('noteWithdrawn', () => notes.restore({ id }))
  },
})

const createCitingDeeds = ({ citations }: ArchiveClient, tell: Tell) => ({
  cite: async (
    target: PassageTarget,
    cited: { readonly kind: 'source' | 'reference'; readonly id: string },
    locator?: string,
  ): Promise<void> => {
    const citation = await citations.confirm({
      target,
      ...(cited.kind === 'source' ? { sourceId: cited.id } : { referenceId: cited.id }),
      ...(locator ? { locator } : {}),
    })
    tell('cited', () => citations.unconfirm({ id: citation.id }))
  },
})

/** All that can be done with claims, evidence, notes and confirmed citations; each says what it did, and how to undo it. */
export const useClaimDeedsStore = defineStore('claimDeeds', () => {
  const { archive } = useServices().connection
  const last = useLastChangeStore()
  const tell: Tell = (key, undo) => last.did({ key: `claims.done.${key}`, ...(undo ? { undo } : {}) })
  return {
    ...createClaimDeeds(archive, tell),
    ...createEvidenceDeeds(archive, tell),
    ...createNoteDeeds(archive, tell),
    ...createCitingDeeds(archive, tell),
  }
})
