/** A zip made byte by byte, for the tests: with names, modes and ranges that no honest writer gives. */
export interface SampleEntry {
  readonly name: string
  readonly bytes: string
  /** Unix mode with its type; a regular file where it is left out. */
  readonly mode?: number
  /** Name in the list at the end, where it differs from the entry's own. */
  readonly listedAs?: string
  /** Size in the list at the end, where it differs from that of the bytes. */
  readonly listedBytes?: number
  /** Points at the entry of this index instead of bytes of its own. */
  readonly reuses?: number
}

const utf8Names = 1 << 11
const unix = (3 << 8) | 63

const localEntry = (entry: SampleEntry): Buffer => {
  const name = Buffer.from(entry.name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(utf8Names, 6)
  head.writeUInt32LE(Buffer.byteLength(entry.bytes), 18)
  head.writeUInt32LE(Buffer.byteLength(entry.bytes), 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, Buffer.from(entry.bytes)])
}

const listEntry = (entry: SampleEntry, offset: number): Buffer => {
  const name = Buffer.from(entry.listedAs ?? entry.name)
  const bytes = entry.listedBytes ?? Buffer.byteLength(entry.bytes)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(unix, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(utf8Names, 8)
  head.writeUInt32LE(bytes, 20)
  head.writeUInt32LE(bytes, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name])
}

export const sampleZip = (entries: readonly SampleEntry[]): Buffer => {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const entry of entries) {
    const reused = entry.reuses === undefined ? undefined : offsets[entry.reuses]
    offsets.push(reused ?? offset)
    if (reused !== undefined) continue
    const part = localEntry(entry)
    parts.push(part)
    offset += part.length
  }
  const list = Buffer.concat(entries.map((entry, index) => listEntry(entry, offsets[index] ?? 0)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}
