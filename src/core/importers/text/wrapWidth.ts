import type { TextBlock, TextLine } from './textLines'

/** Columns between which text is wrapped by hand or by a program. */
const narrowest = 40
const widest = 110

/** Breaks that are looked at; a long text is judged by its beginning. */
const sampleSize = 2000

/** Breaks without which there is nothing to judge by. */
const fewest = 3

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g

/** Columns that a line takes: East Asian characters take two. A long line is only known to be long. */
const columnsOf = ({ text, indent }: TextLine): number =>
  indent + text.length + (text.length > widest ? 0 : (text.match(wide)?.length ?? 0))

const firstWordColumns = (text: string): number => {
  const head = text.slice(0, widest)
  const end = head.search(/\s/)
  const word = end < 0 ? head : head.slice(0, end)
  return word.search(wide) >= 0 ? 2 : word.length
}

/** Whether the first word of the next line would not have fitted on this one: the break is a wrapped one. */
export const isWrappedBreak = (line: TextLine, next: TextLine, width: number): boolean =>
  columnsOf(line) + 1 + firstWordColumns(next.text) > width

const sampleBreaks = (blocks: Iterable<TextBlock>): readonly (readonly [TextLine, TextLine])[] => {
  const breaks: (readonly [TextLine, TextLine])[] = []
  let looked = 0
  for (const block of blocks) {
    for (const [index, next] of block.entries()) {
      const line = block[index - 1]
      if (line) breaks.push([line, next])
      looked += 1
      if (looked >= sampleSize) return breaks
    }
  }
  return breaks
}

/** The column at which the text is wrapped; undefined where each line is a paragraph, or too little is wrapped to say. */
export const wrapWidth = (blocks: Iterable<TextBlock>): number | undefined => {
  const breaks = sampleBreaks(blocks)
  if (breaks.length < fewest) return undefined
  const columns = breaks.map(([line]) => columnsOf(line)).sort((a, b) => a - b)
  const width = columns[Math.floor((columns.length - 1) * 0.95)] ?? 0
  if (width < narrowest || width > widest) return undefined
  const wrapped = breaks.filter(([line, next]) => isWrappedBreak(line, next, width * 0.85))
  return wrapped.length * 2 > breaks.length ? width : undefined
}
