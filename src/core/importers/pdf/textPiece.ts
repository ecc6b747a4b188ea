/** An address that a stretch of text leads to: UTF-16 units `[start, end)` of the text that it stands beside. */
export interface TextLink {
  readonly start: number
  readonly end: number
  readonly url: string
}

/**
 * A run of text on a page. Places are in points in the frame in which the text stands upright: x in the direction from left
 * to right, y down the page, at the base line.
 */
export interface TextPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Name of the font inside this document. */
  readonly font: string
  readonly rtl: boolean
  readonly links: readonly TextLink[]
}

/** Pieces or lines side by side at one height, from left to right. */
export interface TextSegment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: string
  readonly rtl: boolean
  readonly links: readonly TextLink[]
}

export interface TextRow {
  readonly y: number
  readonly segments: readonly TextSegment[]
}

/** A page with its text in rows from top to bottom; text that is turned comes after what stands upright, frame by frame. */
export interface PageText {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly frames: readonly (readonly TextRow[])[]
  /** What was written into its forms and onto it, in no place of the text. */
  readonly additions: readonly string[]
  readonly comments: readonly string[]
}
