import type { PassageKind } from '#shared/model/article'
import type { Block } from '../documents/block'
import { createDocumentFields, type DocumentFields } from '../documents/documentFields'
import { createTextFlow, type TextFlow } from '../documents/textFlow'
import type { InnerFile } from '../types'
import { firstGroup, type RtfGroup } from './rtfGroup'
import { createRtfText, type RtfFont, type RtfText } from './rtfText'

export interface RtfStyle {
  readonly name: string
  readonly outline: number | undefined
}

/** An entry of the table of fonts or of styles, while it is read. */
export interface RtfEntry {
  id: number | undefined
  charset: number | undefined
  outline: number | undefined
  /** Whether it is a style of characters or sections. */
  isOther: boolean
  name: string
}

/** A picture while its data is read, in hexadecimal digits or as it is. */
export interface RtfPicture {
  ending: string
  readonly hex: string[]
  readonly data: Uint8Array[]
}

/** Cells of the row that is being read, in one text. */
export interface RtfTable {
  row: (readonly Block[])[]
  cell: Block[]
}

/** Everything that is known while an RTF file is read. */
export interface RtfState {
  readonly groups: RtfGroup[]
  readonly text: RtfText
  readonly flow: TextFlow
  readonly fonts: Map<number, RtfFont>
  readonly styles: Map<number, RtfStyle>
  entry: RtfEntry
  /** Fields that are open, each with the address that its result leads to. */
  readonly fields: { address: string | undefined }[]
  readonly tables: RtfTable[]
  readonly notes: Block[]
  notesMade: number
  readonly margins: Set<string>
  readonly comments: string[]
  commentAuthor: string
  readonly info: DocumentFields
  readonly time: Map<string, number>
  readonly pictures: InnerFile[]
  picture: RtfPicture | undefined
  propertyName: string
  altText: string | undefined
  /** Whether the present paragraph has a printed number or bullet, which is no text. */
  hasListMark: boolean
  /** Characters that are still to be skipped after a `\u`. */
  toSkip: number
  readonly leftOut: { hidden: number; deletions: number; embedded: number }
}

export const emptyEntry = (): RtfEntry => ({
  id: undefined,
  charset: undefined,
  outline: undefined,
  isOther: false,
  name: '',
})

export const createRtfState = (): RtfState => ({
  groups: [firstGroup],
  text: createRtfText(),
  flow: createTextFlow(),
  fonts: new Map(),
  styles: new Map(),
  entry: emptyEntry(),
  fields: [],
  tables: [{ row: [], cell: [] }],
  notes: [],
  notesMade: 0,
  margins: new Set(),
  comments: [],
  commentAuthor: '',
  info: createDocumentFields(),
  time: new Map(),
  pictures: [],
  picture: undefined,
  propertyName: '',
  altText: undefined,
  hasListMark: false,
  toSkip: 0,
  leftOut: { hidden: 0, deletions: 0, embedded: 0 },
})

export const groupOf = ({ groups }: RtfState): RtfGroup => groups.at(-1) ?? firstGroup

export const setGroup = (state: RtfState, change: Partial<RtfGroup>): void => {
  state.groups[Math.max(0, state.groups.length - 1)] = { ...groupOf(state), ...change }
}

/** What the present paragraph is, by its style, its level and its list. */
export const paragraphKindOf = (
  state: RtfState,
): { readonly kind: PassageKind; readonly isTitle: boolean } => {
  const { style, outline, isListed } = groupOf(state)
  const named = state.styles.get(style ?? 0)
  const name = named?.name ?? ''
  const level = outline ?? named?.outline ?? 9
  const isTitle = name === 'title'
  if (isTitle || level < 9 || /^heading \d$/.test(name)) return { kind: 'heading', isTitle }
  if (/^(?:intense )?quote$|^quotations?$|^block text$/.test(name)) return { kind: 'quote', isTitle }
  if (name === 'caption') return { kind: 'caption', isTitle }
  return { kind: isListed || state.hasListMark ? 'listItem' : 'paragraph', isTitle }
}
