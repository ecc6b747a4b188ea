// Files of a JSON value on each line: written at once, read one value at a time, so that no side has to hold a corpus.
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

const chunk = 1 << 20
const newline = 10

/** Each line of a file, or of what begins at a byte, as `{ start, bytes }`: where it begins, and what it says without its end. */
export const linesOf = function* (path, begin = 0) {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    let rest = Buffer.alloc(0)
    let start = begin
    for (;;) {
      const read = Buffer.allocUnsafe(Math.min(chunk, size - start - rest.length))
      const count = readSync(file, read, 0, read.length, start + rest.length)
      if (count === 0) return
      const buffer = Buffer.concat([rest, read.subarray(0, count)])
      let from = 0
      for (let end = buffer.indexOf(newline); end >= 0; end = buffer.indexOf(newline, from)) {
        yield { start: start + from, bytes: buffer.subarray(from, end) }
        from = end + 1
      }
      start += from
      rest = buffer.subarray(from)
    }
  } finally {
    closeSync(file)
  }
}

export const valuesOf = function* (path) {
  for (const { bytes } of linesOf(path)) yield JSON.parse(bytes.toString('utf8'))
}

export const writeValues = (path, values) => {
  const file = openSync(path, 'w')
  let waiting = ''
  for (const value of values) {
    waiting += `${JSON.stringify(value)}\n`
    if (waiting.length < chunk) continue
    writeSync(file, waiting)
    waiting = ''
  }
  writeSync(file, waiting)
  closeSync(file)
}
