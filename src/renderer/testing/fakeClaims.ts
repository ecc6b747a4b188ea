import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { ClaimRow, Mark } from '#shared/contract/claims'
import type { Claim } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { PassageTarget } from '#shared/model/selector'
import { fakeId } from './fakeRecords'

const at = '2026-11-26T10:00:00.000Z'

const toRow = (claim: Claim): ClaimRow => {
  const { id, text, claimType, status, createdAt, evidence, checks } = claim
  const count = (relation: string): number => evidence.filter((one) => one.relation === relation).length
  const lastCheck = checks.at(-1)
  return {
    id,
    text,
    claimType,
    status,
    createdAt,
    supports: count('supports'),
    contradicts: count('contradicts'),
    context: count('context'),
    sources: count('supports'),
    ...(lastCheck ? { lastCheck } : {}),
  }
}

const markOf = (recordId: string, passage: string | undefined): Mark => ({
  recordId,
  relation: 'about',
  ...(passage === undefined ? {} : { passage }),
  standing: { state: 'here' },
})

const createKept = <Kept extends { readonly id: string }>(what: string) => {
  const held = new Map<string, Kept>()
  const withdrawn = new Map<string, Kept>()
  const find = (from: Map<string, Kept>, id: string): Kept => {
    const found = from.get(id)
    if (!found) throw new ORPCError('not-found', { data: { what } })
    return found
  }
  const put = (record: Kept): Kept => {
    held.set(record.id, record)
    return record
  }
  return {
    all: (): Kept[] => [...held.values()].reverse(),
    get: (id: string): Kept => find(held, id),
    put,
    withdraw: async ({ id }: { id: string }) => {
      withdrawn.set(id, find(held, id))
      held.delete(id)
      return {}
    },
    restore: async ({ id }: { id: string }) => put(find(withdrawn, id)),
  }
}

/** Claims and notes in memory: what is made is there, in one version of each article. */
export const createFakeClaims = (): Pick<ArchiveClient, 'claims' | 'notes'> => {
  let made = 0
  const nextId = (): string => fakeId(7, (made += 1))
  const claims = createKept<Claim>('claim')
  const notes = createKept<Note>('note')
  const isOn = (target: PassageTarget | undefined, itemId: string): boolean => target?.articleId === itemId
  const withEvidence = (id: string, evidence: Claim['evidence']): Claim =>
    claims.put({ ...claims.get(id), evidence })
  return {
    claims: {
      list: async ({ filter = {} }) => {
        const rows = claims
          .all()
          .filter(
            ({ status, text }) => (filter.status ?? status) === status && text.includes(filter.text ?? ''),
          )
          .map(toRow)
        return { total: rows.length, rows }
      },
      get: async ({ id }) => {
        const claim = claims.get(id)
        return { claim, evidence: claim.evidence.map((one) => ({ ...one, alsoUsedBy: [] })), groups: [] }
      },
      bearing: async ({ itemId }) => {
        const own = claims.all().filter(({ target }) => isOn(target, itemId))
        const written = notes.all().filter(({ target }) => target.itemId === itemId)
        const marks = [...own, ...written].map(({ id, target }) => markOf(id, target?.passage))
        return { claims: own.map(toRow), notes: written, marks }
      },
      make: async ({ text, claimType, target }) =>
        claims.put({
          id: nextId(),
          kind: 'claim',
          text,
          claimType,
          status: 'open',
          ...(target ? { target } : {}),
          evidence: [],
          checks: [],
          createdAt: at,
        }),
      edit: async ({ id, text, claimType, status }) => {
        const before = claims.get(id)
        return claims.put({
          ...before,
          text: text ?? before.text,
          claimType: claimType ?? before.claimType,
          status: status ?? before.status,
        })
      },
      addEvidence: async ({ id, ...evidence }) =>
        withEvidence(id, [...claims.get(id).evidence, { ...evidence, id: nextId(), addedAt: at }]),
      editEvidence: async ({ id }) => claims.get(id),
      removeEvidence: async ({ id, evidenceId }) =>
        withEvidence(
          id,
          claims.get(id).evidence.filter((one) => one.id !== evidenceId),
        ),
      restoreEvidence: async ({ id, evidence }) => withEvidence(id, [...claims.get(id).evidence, evidence]),
      check: async ({ id, ...line }) => {
        const before = claims.get(id)
        return claims.put({ ...before, status: line.outcome, checks: [...before.checks, { at, ...line }] })
      },
      withdraw: claims.withdraw,
      restore: claims.restore,
      propose: async () => ({ total: 0, rows: [] }),
      log: async () => {
        const rows = claims
          .all()
          .flatMap(({ id, text, checks }) => checks.map((line) => ({ ...line, claimId: id, text })))
        return { total: rows.length, rows }
      },
    },
    notes: {
      list: async ({ open }) => {
        const rows = notes.all().filter((note) => (open ?? note.open) === note.open)
        return { total: rows.length, rows }
      },
      make: async ({ target, text, open = false }) =>
        notes.put({ id: nextId(), kind: 'note', target, text, open, createdAt: at, updatedAt: at }),
      edit: async ({ id, text, open }) => {
        const before = notes.get(id)
        return notes.put({ ...before, text: text ?? before.text, open: open ?? before.open })
      },
      withdraw: notes.withdraw,
      restore: notes.restore,
    },
  }
}
