/** A line of a plain text, without the marks of a quotation. */
export interface PlainLine {
  readonly text: string
  /** How many marks `>` stand before it. */
  readonly depth: number
  /** Whether it goes on in the next line (RFC 3676, 4.2). */
  readonly flows: boolean
  readonly isSignatureMark: boolean
}

export interface FlowOptions {
  readonly isFlowed: boolean
  /** Whether the space at which a line was broken is not of the text (RFC 3676, 4: `DelSp`). */
  readonly deletesSpace: boolean
}

/** Lines that end in CRLF, LF or CR, one after another. */
function* linesOf(text: string): Generator<string> {
  const end = /\r\n|\n|\r/g
  let at = 0
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(at, found.index)
    at = end.lastIndex
  }
  if (at < text.length) yield text.slice(at)
}

const flowedMarks = /^>*/
/** Programs put spaces between the marks; four and more belong to the text. */
const looseMarks = /^(?:>[ ]{0,3}(?=>)|>)*/

/** Characters at the beginning of a line in which marks are looked for. */
const longestMarks = 500

/** Reads the lines of a plain text: how deep they are quoted, and whether they flow. */
export function* plainLines(text: string, { isFlowed, deletesSpace }: FlowOptions): Generator<PlainLine> {
  for (const line of linesOf(text)) {
    const marks = (isFlowed ? flowedMarks : looseMarks).exec(line.slice(0, longestMarks))?.[0] ?? ''
    const stuffed = line.slice(marks.length)
    const bare = (isFlowed || marks !== '') && stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed
    const isSignatureMark = /^-- ?$/.test(bare)
    const flows = isFlowed && !isSignatureMark && bare.endsWith(' ')
    yield {
      text: flows && deletesSpace ? bare.slice(0, -1) : bare,
      depth: marks.length === 0 ? 0 : marks.replaceAll(' ', '').length,
      flows,
      isSignatureMark,
    }
  }
}
