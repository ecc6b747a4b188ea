import type { Passage, Version } from '#shared/model/article'

/**
 * The lines of article.txt, by label: each passage on one line, so a line break inside a passage (and every character that
 * some program takes for one) becomes one space. Offsets into a passage stay as they are.
 */
export interface TextLine {
  readonly label: string
  readonly text: string
  /** Unicode code points from the beginning of the file, `[start, end)`. */
  readonly start: number
  readonly end: number
}

const onOneLine = (passage: Passage): string =>
  passage.text.normalize('NFC').replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' ')

const codePoints = (text: string): number => Array.from(text).length

export const textLines = (version: Version): TextLine[] => {
  let start = 0
  return [...version.passages]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((passage) => {
      const text = onOneLine(passage)
      const end = start + codePoints(text)
      const line = { label: passage.label, text, start, end }
      start = end + 1
      return line
    })
}

/** article.txt: NFC, LF, one passage per line. */
export const articleText = (version: Version): string =>
  textLines(version)
    .map((line) => `${line.text}\n`)
    .join('')
