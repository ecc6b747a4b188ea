import type { Element } from 'domhandler'
import type { Block } from '../documents/block'
import type { InnerPictures } from '../documents/innerPictures'
import { createTextFlow, type TextFlow } from '../documents/textFlow'
import type { Relationship } from './relationships'
import type { ParagraphKind, Styles } from './readStyles'

/** What was left out or could not be read, to be said in the doubts. */
export interface LeftOut {
  deletions: number
  hidden: number
  unreadSigns: number
  embedded: number
}

/** A note that the text refers to, in the order of the references. */
export interface NoteReference {
  readonly type: 'footnote' | 'endnote'
  readonly id: string
  readonly mark: string
}

/** A complex field (17.16.18) that is open: its instruction is no text, its result is. */
export interface OpenField {
  instruction: string
  isResult: boolean
  /** Where its result leads, if it is a link. */
  address: string | undefined
}

/** What the reading of one part carries along. */
export interface WordContext {
  readonly flow: TextFlow
  readonly styles: Styles
  readonly relationship: (id: string | undefined) => Relationship | undefined
  readonly pictures: InnerPictures
  readonly leftOut: LeftOut
  readonly notes: NoteReference[]
  readonly fields: OpenField[]
  /** Reads block elements: paragraphs, tables, and what holds them. */
  readonly visitBlocks: (elements: readonly Element[], context: WordContext) => void
  /** What the present paragraph is. */
  paragraph: ParagraphKind
}

export const plainParagraph: ParagraphKind = { kind: 'paragraph', isTitle: false, isContents: false }

/** A text inside a paragraph, such as a box or a cell: its paragraphs, and the outer one as before. */
export const gatherBlocks = (elements: readonly Element[], context: WordContext): readonly Block[] => {
  const outer = context.paragraph
  const blocks = context.flow.gather(() => context.visitBlocks(elements, context))
  context.paragraph = outer
  return blocks
}

/** The context of another part of the same document. */
export const contextOf = (
  shared: Omit<WordContext, 'flow' | 'fields' | 'paragraph' | 'relationship'>,
  relationships: readonly Relationship[],
): WordContext => {
  const byId = new Map(relationships.map((one) => [one.id, one]))
  return {
    ...shared,
    flow: createTextFlow(),
    fields: [],
    paragraph: plainParagraph,
    relationship: (id) => byId.get(id ?? ''),
  }
}
