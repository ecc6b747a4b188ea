import type { TextBlock, TextLine } from './textLines'

/** Columns between which text is wrapped by hand or by a program. */
const narrowest = 40
const widest = 110

/** Breaks that are looked at; a long text is judged by its beginning. */
const sampleSize = 2000

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g

/** Columns that a line takes: East Asian characters take two. */
export const columnsOf = (text: string): number =>
  text.length > 2 * widest ? text.length : text.length + (text.match(wide)?.length ?? 0)

const firstWordColumns = (text: string): number => {
  const end = text.search(/\s/)
  const word = end < 0 ? text : text.slice(0, end)
  return word.search(wide) >= 0 ? 2 : word.length
}

/** Whether the first word of the next line would not have fitted on this one: the break is a wrapped one. */
export const isWrappedBreak = (line: TextLine, next: TextLine, width: number): boolean =>
  line.indent + columnsOf(line.text) + 1 + firstWordColumns(next.text) > width

/** The column at which the text is wrapped; undefined where each line is a paragraph, or too little is wrapped to say. */
export const wrapWidth = (blocks: readonly TextBlock[]): number | undefined => {
  const breaks: (readonly [TextLine, TextLine])[] = []
  for (const block of blocks) {
    for (const [index, line] of block.entries()) {
      const next = block[index + 1]
      if (next) breaks.push([line, next])
      if (breaks.length >= sampleSize) break
    }
    if (breaks.length >= sampleSize) break
  }
  if (breaks.length < 3) return undefined
  const columns = breaks.map(([line]) => line.indent + columnsOf(line.text)).sort((a, b) => a - b)
  const width = columns[Math.floor((columns.length - 1) * 0.95)] ?? 0
  if (width < narrowest || width > widest) return undefined
  const wrapped = breaks.filter(([line, next]) => isWrappedBreak(line, next, width * 0.85))
  return wrapped.length * 2 > breaks.length ? width : undefined
}
