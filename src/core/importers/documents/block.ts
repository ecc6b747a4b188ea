import type { FurnitureReason, PassageKind, PassageLink } from '#shared/model/article'
import type { ParsedSlot } from '#shared/model/parsed'

/** A paragraph of a document. */
export interface TextBlock {
  readonly type: 'text'
  readonly kind: PassageKind
  readonly text: string
  readonly links: readonly PassageLink[]
  /** Whether it is set as the document's title. */
  readonly isTitle: boolean
  /** Where it is no part of the article, such as a table of contents: why. */
  readonly furniture?: FurnitureReason | undefined
}

export type PictureSlot = Omit<ParsedSlot, 'number' | 'placedAfter' | 'placement'>

/** A place of a picture. */
export interface PictureBlock {
  readonly type: 'picture'
  readonly slot: PictureSlot
}

/** What a document consists of, before it becomes passages and slots. */
export type Block = TextBlock | PictureBlock
