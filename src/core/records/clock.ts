import { v7 as uuidv7 } from 'uuid'
import type { Id } from '#shared/model/scalars'

/** Where times and ids come from; tests and the bundled pack inject their own. */
export interface Clock {
  readonly now: () => Date
  /** A new UUIDv7. */
  readonly createId: () => Id
}

export const systemClock: Clock = { now: () => new Date(), createId: () => uuidv7() }
