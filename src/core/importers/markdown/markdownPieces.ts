/** Characters after which a piece ends at the next place where it can. */
const pieceLength = 256 * 1024

const fence = /^ {0,3}(`{3,}|~{3,})/

/** A line that, after a blank one, begins a paragraph or a heading of its own and continues no list. */
const beginsAnew = /^(?:#{1,6} |\p{L})/u

/**
 * A text in pieces that can be read one by one, so that a long one is never held as a tree: cut before a paragraph or a
 * heading that follows a blank line, and never inside code between fences.
 */
export function* markdownPieces(text: string): Generator<string> {
  let from = 0
  let open: string | undefined
  let isAfterBlank = false
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at) + 1 || text.length
    const line = text.slice(at, Math.min(end, at + 200))
    const mark = fence.exec(line)?.[1]?.slice(0, 3)
    if (open === undefined && isAfterBlank && at - from >= pieceLength && beginsAnew.test(line)) {
      yield text.slice(from, at)
      from = at
    }
    if (mark !== undefined && (open === undefined || open === mark))
      open = open === undefined ? mark : undefined
    isAfterBlank = line.trim() === ''
    at = end
  }
  yield text.slice(from)
}
