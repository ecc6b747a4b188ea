/**
 * A database with the committed frames of its write-ahead log put in place (SQLite file format, section 4, 'The
 * Write-Ahead Log'). Frames count up to the first whose salt or checksum does not fit, and of these up to the last that
 * ends a transaction: what SQLite's own recovery takes, too.
 */
export const applyWal = (database: Uint8Array, wal: Uint8Array): Uint8Array => {
  const frames = committedFrames(wal)
  const last = frames.at(-1)
  const size = last ? last.databasePages * last.page.length : database.length
  const whole = new Uint8Array(Math.max(size, 0))
  whole.set(database.subarray(0, whole.length))
  for (const { number, page } of frames) {
    if (number * page.length <= whole.length) whole.set(page, (number - 1) * page.length)
  }
  // Bytes 18 and 19 say 'write-ahead log'; in memory there is none.
  whole.set([1, 1], 18)
  return whole
}

interface Frame {
  readonly number: number
  /** Pages of the database after a frame that ends a transaction; 0 in the others. */
  readonly databasePages: number
  readonly page: Uint8Array
}

const headerSize = 32
const frameHeaderSize = 24

const committedFrames = (wal: Uint8Array): Frame[] => {
  if (wal.length < headerSize) return []
  const view = new DataView(wal.buffer, wal.byteOffset, wal.length)
  const magic = view.getUint32(0)
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return []
  const littleEndian = magic === 0x377f0682
  const pageSize = view.getUint32(8)
  let sum = checksum(view, 0, 24, [0, 0], littleEndian)
  if (sum[0] !== view.getUint32(24) || sum[1] !== view.getUint32(28)) return []
  const frames: Frame[] = []
  let committed = 0
  for (let at = headerSize; at + frameHeaderSize + pageSize <= wal.length; at += frameHeaderSize + pageSize) {
    const sameSalt =
      view.getUint32(at + 8) === view.getUint32(16) && view.getUint32(at + 12) === view.getUint32(20)
    sum = checksum(view, at, 8, sum, littleEndian)
    sum = checksum(view, at + frameHeaderSize, pageSize, sum, littleEndian)
    if (!sameSalt || sum[0] !== view.getUint32(at + 16) || sum[1] !== view.getUint32(at + 20)) break
    const databasePages = view.getUint32(at + 4)
    const page = wal.subarray(at + frameHeaderSize, at + frameHeaderSize + pageSize)
    frames.push({ number: view.getUint32(at), databasePages, page })
    if (databasePages > 0) committed = frames.length
  }
  return frames.slice(0, committed)
}

type Sum = readonly [number, number]

const checksum = (view: DataView, from: number, length: number, sum: Sum, littleEndian: boolean): Sum => {
  let [first, second] = sum
  for (let at = from; at < from + length; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) >>> 0
    second = (second + view.getUint32(at + 4, littleEndian) + first) >>> 0
  }
  return [first, second]
}
