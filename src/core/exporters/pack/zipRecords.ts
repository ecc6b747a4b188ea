/**
 * The records of a zip whose entries are stored (APPNOTE 6.3), with names in UTF-8 and nothing extra but sizes and places of
 * 4 GB and more. Each is a function of what it says, so that equal packs have equal bytes.
 */
export interface ZipFileEntry {
  readonly name: Buffer
  readonly crc: number
  readonly bytes: number
  /** Where its own header stands. */
  readonly offset: number
  /** Whether sum and size stand behind the bytes, because they were not known before. */
  readonly describedAfter: boolean
}

/** Date and time as zip knows them: two seconds at the finest, in no zone. Here those of UTC. */
const dosTime = (iso: string): readonly [time: number, date: number] => {
  const date = new Date(iso)
  return [
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  ]
}

type Field = readonly [size: 2 | 4 | 8, value: number]

const record = (fields: readonly Field[], ...rest: readonly Buffer[]): Buffer => {
  const fixed = Buffer.alloc(fields.reduce((all, [size]) => all + size, 0))
  let at = 0
  for (const [size, value] of fields) {
    if (size === 8) fixed.writeBigUInt64LE(BigInt(value), at)
    else fixed.writeUIntLE(value, at, size)
    at += size
  }
  return rest.length === 0 ? fixed : Buffer.concat([fixed, ...rest])
}

const most32 = 0xffff_ffff
const most16 = 0xffff
const plainVersion = 20
const largeVersion = 45
/** Made on Unix (3), by version 6.3 of the format. */
const madeBy = (3 << 8) | 63
const regularFile = 0o100644

const flagsOf = ({ describedAfter }: ZipFileEntry): number => 0x800 | (describedAfter ? 8 : 0)

/** Whether an entry needs fields of 8 bytes, which only Zip64 has. */
export const isLargeEntry = ({ bytes, offset }: ZipFileEntry): boolean => bytes >= most32 || offset >= most32

/** Stands before the bytes of an entry. */
export const entryHeader = (entry: ZipFileEntry, date: string): Buffer => {
  const [time, day] = dosTime(date)
  const [crc, bytes] = entry.describedAfter ? [0, 0] : [entry.crc, entry.bytes]
  return record(
    [
      [4, 0x04034b50],
      [2, plainVersion],
      [2, flagsOf(entry)],
      [2, 0],
      [2, time],
      [2, day],
      [4, crc],
      [4, bytes],
      [4, bytes],
      [2, entry.name.length],
      [2, 0],
    ],
    entry.name,
  )
}

/** Stands behind the bytes of an entry whose header could not tell. */
export const entryDescriptor = ({ crc, bytes }: ZipFileEntry, isLarge: boolean): Buffer => {
  const size = isLarge ? 8 : 4
  return record([
    [4, 0x08074b50],
    [4, crc],
    [size, bytes],
    [size, bytes],
  ])
}

/** The entry's line in the list at the end of the zip. */
export const listedEntry = (entry: ZipFileEntry, date: string, isLarge: boolean): Buffer => {
  const [time, day] = dosTime(date)
  const large = record([
    [2, 1],
    [2, 24],
    [8, entry.bytes],
    [8, entry.bytes],
    [8, entry.offset],
  ])
  const extra = isLarge ? large : Buffer.alloc(0)
  const orLarge = (value: number): number => (isLarge ? most32 : value)
  return record(
    [
      [4, 0x02014b50],
      [2, madeBy],
      [2, isLarge ? largeVersion : plainVersion],
      [2, flagsOf(entry)],
      [2, 0],
      [2, time],
      [2, day],
      [4, entry.crc],
      [4, orLarge(entry.bytes)],
      [4, orLarge(entry.bytes)],
      [2, entry.name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, regularFile * 0x10000],
      [4, orLarge(entry.offset)],
    ],
    entry.name,
    extra,
  )
}

export interface ZipList {
  readonly entries: number
  readonly bytes: number
  readonly offset: number
}

export const isLargeList = ({ entries, bytes, offset }: ZipList): boolean =>
  entries >= most16 || bytes >= most32 || offset >= most32

/** What stands last: how many entries there are and where their list is. `isAllLarge` writes each field as too large. */
export const zipEnd = (list: ZipList, isAllLarge = false): Buffer => {
  const { entries, bytes, offset } = list
  const least = (value: number, most: number): number => (isAllLarge ? most : Math.min(value, most))
  const end = record([
    [4, 0x06054b50],
    [4, 0],
    [2, least(entries, most16)],
    [2, least(entries, most16)],
    [4, least(bytes, most32)],
    [4, least(offset, most32)],
    [2, 0],
  ])
  if (!isAllLarge && !isLargeList(list)) return end
  const large = record([
    [4, 0x06064b50],
    [8, 44],
    [2, madeBy],
    [2, largeVersion],
    [8, 0],
    [8, entries],
    [8, entries],
    [8, bytes],
    [8, offset],
    [4, 0x07064b50],
    [4, 0],
    [8, offset + bytes],
    [4, 1],
  ])
  return Buffer.concat([large, end])
}
