import type { Verification } from '#shared/contract/jobs'
import type { Event } from '#shared/model/event'
import type { RecordSet } from '#shared/model/records'
import { createPauses } from '#core/jobs/createPauses'
import { checkChain } from '#core/records/digest'
import { bagProblem, type BagProblem } from './bagProblem'
import { chainedRecords } from './custodyLines'
import { recordFiles } from './payload'

const faultWords = {
  order: 'does not follow the one before',
  previous: 'does not name the digest of the one before',
  digest: 'is not about the record as it is in this pack',
} as const

const chainsOf = (events: readonly Event[]): Map<string, Event[]> => {
  const chains = new Map<string, Event[]>()
  for (const event of events) {
    const chain = chains.get(event.itemId)
    if (chain) chain.push(event)
    else chains.set(event.itemId, [event])
  }
  return chains
}

/**
 * The chains of custody against the records. `unbroken` only where every record has its chain and every chain fits;
 * `cannot-tell` where a record has none.
 */
export const checkCustody = async (
  records: RecordSet,
  events: readonly Event[],
  signal: AbortSignal | undefined,
): Promise<{ readonly custody: Verification['custody']; readonly problems: readonly BagProblem[] }> => {
  const pause = createPauses(signal)
  const chains = chainsOf(events)
  const held = chainedRecords(records)
  const problems: BagProblem[] = []
  for (const [id, chain] of chains) {
    await pause()
    const record = held.get(id)
    const fault = checkChain(chain, record)
    if (record === undefined)
      problems.push(bagProblem('custody', recordFiles.events, `a chain of ${id}, which is not in the pack`))
    if (fault)
      problems.push(
        bagProblem(
          'custody',
          recordFiles.events,
          `event ${fault.sequence} of ${id} ${faultWords[fault.fault]}`,
        ),
      )
  }
  if (problems.length > 0) return { custody: 'broken', problems }
  const whole = chains.size > 0 && [...held.keys()].every((id) => chains.has(id))
  return { custody: whole ? 'unbroken' : 'cannot-tell', problems }
}
