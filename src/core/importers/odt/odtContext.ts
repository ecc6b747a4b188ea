import type { Element } from 'domhandler'
import type { PassageKind } from '#shared/model/article'
import type { Block, PictureSlot } from '../documents/block'
import type { TextFlow } from '../documents/textFlow'
import type { OdtStyles } from './odtStyles'

/** What the reading of a text carries along. */
export interface OdtContext {
  readonly flow: TextFlow
  readonly styles: OdtStyles
  /** The name under which a picture comes along, by its reference or by its own bytes in a flat file. */
  readonly pictureOf: (image: Element) => Pick<PictureSlot, 'picture' | 'address'> | undefined
  /** Notes in the order of the text. */
  readonly notes: Block[]
  readonly comments: string[]
  readonly leftOut: { deletions: number; embedded: number }
  readonly visitBlocks: (elements: readonly Element[], context: OdtContext, within?: PassageKind) => void
  /** What the present paragraph is. */
  kind: PassageKind
}

/** A text inside a paragraph, such as a note or a box: its paragraphs, and the outer one as before. */
export const gatherBlocks = (
  elements: readonly Element[],
  context: OdtContext,
  within?: PassageKind,
): readonly Block[] => {
  const outer = context.kind
  const blocks = context.flow.gather(() => context.visitBlocks(elements, context, within))
  context.kind = outer
  return blocks
}
