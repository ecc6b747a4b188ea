import type { Event } from '#shared/model/event'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'

interface Following {
  readonly articleId: Id
  readonly event: Pick<Event, 'sequence'>
}

/** Whether nothing happened to the article since it was read, so that this event can follow. */
export const stillFits = (db: Database, { articleId, event }: Following): boolean =>
  db.get<{ n: number }>('SELECT max(sequence) AS n FROM event WHERE item_id = ? AND local = 0', articleId)
    ?.n ===
  event.sequence - 1
