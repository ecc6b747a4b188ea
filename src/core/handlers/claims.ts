import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const claimHandlers = (os: ArchiveImplementer, { claims }: Services) => ({
  list: os.claims.list.handler(({ input }) => claims.list(input.filter, input.offset, input.limit)),
  get: os.claims.get.handler(({ input }) => claims.get(input.id)),
  bearing: os.claims.bearing.handler(({ input }) => claims.bearing(input.itemId, input.versionId)),
  make: os.claims.make.handler(({ input }) => claims.make(input)),
  edit: os.claims.edit.handler(({ input: { id, ...change } }) => claims.edit(id, change)),
  addEvidence: os.claims.addEvidence.handler(({ input: { id, ...evidence } }) =>
    claims.addEvidence(id, evidence),
  ),
  editEvidence: os.claims.editEvidence.handler(({ input: { id, evidenceId, ...change } }) =>
    claims.editEvidence(id, evidenceId, change),
  ),
  removeEvidence: os.claims.removeEvidence.handler(({ input }) =>
    claims.removeEvidence(input.id, input.evidenceId),
  ),
  restoreEvidence: os.claims.restoreEvidence.handler(({ input }) =>
    claims.restoreEvidence(input.id, input.evidence, input.position),
  ),
  check: os.claims.check.handler(({ input: { id, ...line } }) => claims.check(id, line)),
  withdraw: os.claims.withdraw.handler(({ input }) => {
    claims.withdraw(input.id)
    return {}
  }),
  restore: os.claims.restore.handler(({ input }) => claims.restore(input.id)),
  propose: os.claims.propose.handler(({ input }) =>
    claims.propose(input.articleId, input.offset, input.limit),
  ),
  log: os.claims.log.handler(({ input }) => claims.log(input.offset, input.limit)),
})

export const noteHandlers = (os: ArchiveImplementer, { notes }: Services) => ({
  list: os.notes.list.handler(({ input: { offset, limit, ...asked } }) => notes.list(asked, offset, limit)),
  make: os.notes.make.handler(({ input }) => notes.make(input.target, input.text, input.open)),
  edit: os.notes.edit.handler(({ input: { id, ...change } }) => notes.edit(id, change)),
  withdraw: os.notes.withdraw.handler(({ input }) => {
    notes.withdraw(input.id)
    return {}
  }),
  restore: os.notes.restore.handler(({ input }) => notes.restore(input.id)),
})

export const confirmingHandlers = (os: ArchiveImplementer, { confirming }: Services) => ({
  citable: os.citations.citable.handler(({ input }) => confirming.citable(input.text)),
  confirm: os.citations.confirm.handler(({ input }) => confirming.confirm(input)),
  unconfirm: os.citations.unconfirm.handler(({ input }) => {
    confirming.unconfirm(input.id)
    return {}
  }),
  reconfirm: os.citations.reconfirm.handler(({ input }) => confirming.reconfirm(input)),
})
