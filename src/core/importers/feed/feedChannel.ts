import type { StatedField } from '../news/statedItem'

/** What a feed says of all of its entries, and which holds for an entry that says nothing else. */
export interface FeedChannel {
  readonly values: Readonly<Partial<Record<StatedField, readonly string[]>>>
  readonly base: string | undefined
}

/** Values of an entry, and behind them those of the feed. */
export const withChannel = (
  own: Readonly<Partial<Record<StatedField, readonly string[]>>>,
  { values }: FeedChannel,
): Readonly<Partial<Record<StatedField, readonly string[]>>> => {
  const all: Partial<Record<StatedField, readonly string[]>> = { ...own }
  for (const [field, stated] of Object.entries(values) as [StatedField, readonly string[]][])
    all[field] = [...(own[field] ?? []), ...stated]
  return all
}
