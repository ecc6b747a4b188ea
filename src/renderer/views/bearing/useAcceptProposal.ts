import { useServices } from '../../services'
import type { MarkedRecord } from '../../stores/bearingStore'
import { useClaimDeedsStore } from '../../stores/claimDeedsStore'
import { useLastChangeStore } from '../../stores/lastChangeStore'

/** Moves the target of a claim, of its evidence or of a note to the words that were proposed: the user took them. */
export const useAcceptProposal = (): ((record: MarkedRecord) => void) => {
  const { claims } = useServices().connection.archive
  const deeds = useClaimDeedsStore()
  const last = useLastChangeStore()

  const move = async (record: MarkedRecord): Promise<void> => {
    const { standing, evidenceId } = record.mark
    if (standing.state !== 'orphan' || !standing.proposal) return
    const { target } = standing.proposal
    if (record.kind === 'note') {
      const { articleId, ...place } = target
      await deeds.editNote(record.note, { target: { itemId: articleId, ...place } })
      return
    }
    const { claim } = await claims.get({ id: record.claim.id })
    const evidence = claim.evidence.find(({ id }) => id === evidenceId)
    if (evidence) await deeds.editEvidence(claim.id, evidence, { target })
    else await deeds.edit(claim, { target })
  }
  return (record) => void last.attempt(() => move(record))
}
