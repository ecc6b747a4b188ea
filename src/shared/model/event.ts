import * as z from 'zod'
import { id, sha256, text, timestamp } from './scalars'

export const eventAction = z.enum([
  'import',
  'edit',
  'remove',
  'restore',
  'destroy',
  'export',
  'import-pack',
  'bundled',
])

/**
 * One link of an item's chain of custody. `sequence` counts from 1 in the chain; `digest` is the SHA-256 of the record
 * after the event (RFC 8785 JSON); `previous` is the SHA-256 of the item's event before (its RFC 8785 JSON), absent in
 * the first.
 */
export const event = z.strictObject({
  sequence: z.int().positive(),
  itemId: id,
  at: timestamp,
  actor: text,
  action: eventAction,
  digest: sha256,
  previous: sha256.optional(),
})

export type EventAction = z.infer<typeof eventAction>
export type Event = Readonly<z.infer<typeof event>>
