/** Where the text of a group goes; `info` and the like take none themselves. */
export type Destination = 'body' | 'skip' | 'capture' | 'fonts' | 'styles' | 'picture' | 'info'

/** What a control word states holds to the end of its group (RTF 1.9.1, 'RTF Syntax'). */
export interface RtfGroup {
  readonly destination: Destination
  /** Texts that are gathered and are no part of the document. */
  readonly captured: string[] | undefined
  /** Characters after a `\u` that stand for it in readers without Unicode. */
  readonly unicodeSkip: number
  readonly font: number | undefined
  readonly isHidden: boolean
  readonly isDeleted: boolean
  /** Style, level, list and table of the paragraph. */
  readonly style: number | undefined
  readonly outline: number | undefined
  readonly isListed: boolean
  readonly isInTable: boolean
  /** What is done when the group ends. */
  readonly atEnd: (() => void) | undefined
}

/** Properties of paragraphs as `\pard` sets them. */
export const plainParagraph = {
  style: undefined,
  outline: undefined,
  isListed: false,
  isInTable: false,
} as const satisfies Partial<RtfGroup>

export const firstGroup: RtfGroup = {
  destination: 'body',
  captured: undefined,
  unicodeSkip: 1,
  font: undefined,
  isHidden: false,
  isDeleted: false,
  ...plainParagraph,
  atEnd: undefined,
}
