import type { PrintablePage } from '#shared/contract/host'

/** A file of a pack as a page is given it. */
export interface PagePart {
  readonly type: string
  readonly body: AsyncIterable<Uint8Array>
}

/** The pages of one pack that are made to be printed, and what they show. */
export interface PackPages {
  readonly pages: readonly PrintablePage[]
  /** Path in the pack of one of `pages`; refuses another number with `not-found`. */
  readonly pathOf: (number: number) => string
  /** One of `pages`, or a picture beside them; nothing else of the pack. */
  readonly read: (path: string) => Promise<PagePart | undefined>
  /** Refuses with `pack-changed` where something that was read is not what the pack's manifest says. */
  readonly check: () => void
  readonly close: () => Promise<void>
}
