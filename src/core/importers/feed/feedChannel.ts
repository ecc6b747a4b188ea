import type { StatedItem } from '../news/statedItem'

/** What a feed says of all of its entries, and which holds for an entry that says nothing else. */
export interface FeedChannel {
  readonly values: StatedItem['values']
  readonly base: string | undefined
}
