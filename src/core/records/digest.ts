import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Event } from '#shared/model/event'
import type { Sha256 } from '#shared/model/scalars'

/** The bytes of a record, the same for equal content whatever the order of its keys: RFC 8785 JSON. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

export const sha256Of = (bytes: string | Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of a record or an event as RFC 8785 JSON. */
export const digestOf = (value: unknown): Sha256 => sha256Of(canonicalJson(value))

/** What is wrong with a chain of custody, by the sequence of the first link that does not fit. */
export type ChainFault = { readonly sequence: number; readonly fault: 'order' | 'previous' | 'digest' }

/**
 * Checks that a chain counts from 1 without a gap, that each link names the one before, and that the last digest is that
 * of the record as it is now (leave `record` out where the record was removed).
 */
export const checkChain = (events: readonly Event[], record?: unknown): ChainFault | undefined => {
  let previous: Event | undefined
  for (const [index, event] of events.entries()) {
    if (event.sequence !== index + 1) return { sequence: event.sequence, fault: 'order' }
    const expected = previous && digestOf(previous)
    if (event.previous !== expected) return { sequence: event.sequence, fault: 'previous' }
    previous = event
  }
  if (record === undefined) return undefined
  if (!previous || previous.digest !== digestOf(record))
    return { sequence: previous?.sequence ?? 1, fault: 'digest' }
  return undefined
}
