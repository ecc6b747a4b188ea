const lineFeed = 0x0a
const quote = 0x3e
const word = Buffer.from('From ')

/** Bytes after which the marks before 'From ' are no quotation any more. */
const longestMarks = 1000

/** Takes one `>` from each line `>From `, `>>From ` ...: that is what mboxrd added. */
const withoutQuotes = (bytes: Buffer, startsLine: boolean): Uint8Array => {
  const pieces: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
    let first = at
    while (first > 0 && bytes[first - 1] === quote) first -= 1
    const atLineStart = first === 0 ? startsLine : bytes[first - 1] === lineFeed
    if (first === at || !atLineStart) continue
    pieces.push(bytes.subarray(from, first))
    from = first + 1
  }
  if (pieces.length === 0) return bytes
  pieces.push(bytes.subarray(from))
  return Buffer.concat(pieces)
}

/** A message as it was before it was put into its mailbox (mboxrd), in parts as they come. */
export async function* unquoted(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let carried: Buffer = Buffer.alloc(0)
  let startsLine = true
  for await (const part of parts) {
    const bytes = Buffer.concat([carried, part])
    const lineStart = bytes.lastIndexOf(lineFeed) + 1
    const isCarried: boolean = bytes.length - lineStart <= longestMarks && (lineStart > 0 || startsLine)
    const end: number = isCarried ? lineStart : bytes.length
    carried = bytes.subarray(end)
    if (end === 0) continue
    yield withoutQuotes(bytes.subarray(0, end), startsLine)
    startsLine = bytes[end - 1] === lineFeed
  }
  if (carried.length > 0) yield withoutQuotes(carried, startsLine)
}
