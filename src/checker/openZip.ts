import { blobEntry } from './blobEntry'
import { packRoot } from './packRoot'
import { UnreadablePack, type DroppedPack, type PackEntry } from './types'

const damaged = (): UnreadablePack =>
  new UnreadablePack('This zip is damaged, or it is no zip. Nothing can be said about what is in it.')

const viewOf = async (blob: Blob): Promise<DataView> => new DataView(await blob.arrayBuffer())

/** 64 bits as a number: past 2^53 there is no file. */
const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

interface Directory {
  readonly offset: number
  readonly size: number
  readonly count: number
}

/** The record at the end of a zip, and in zip64 the one that it leads to (APPNOTE 4.3.14 to 4.3.16). */
const findDirectory = async (zip: Blob): Promise<Directory> => {
  const from = Math.max(0, zip.size - 65_557)
  const tail = await viewOf(zip.slice(from))
  let at = tail.byteLength - 22
  while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at -= 1
  if (at < 0) throw damaged()
  const plain = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  }
  if (at < 20 || tail.getUint32(at - 20, true) !== 0x07064b50) return plain
  const place = large(tail, at - 12)
  const end = await viewOf(zip.slice(place, place + 56))
  if (end.byteLength < 56 || end.getUint32(0, true) !== 0x06064b50) throw damaged()
  return { count: large(end, 32), size: large(end, 40), offset: large(end, 48) }
}

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** The three numbers that zip64 keeps in a field of their own, where they do not fit (APPNOTE 4.5.3). */
const widen = (entry: ZipEntry, extra: DataView): ZipEntry => {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue
    let next = at + 4
    const wide = (value: number): number => {
      if (value !== 0xffffffff) return value
      next += 8
      return large(extra, next - 8)
    }
    const size = wide(entry.size)
    const packed = wide(entry.packed)
    return { ...entry, size, packed, offset: wide(entry.offset) }
  }
  return entry
}

const readDirectory = (view: DataView, count: number): ZipEntry[] => {
  const entries: ZipEntry[] = []
  const bytes = (at: number, length: number) => new Uint8Array(view.buffer, view.byteOffset + at, length)
  for (let at = 0; entries.length < count;) {
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) =>
      view.getUint16(at + place, true),
    )
    const name = new TextDecoder().decode(bytes(at + 46, nameLength ?? 0))
    const extra = bytes(at + 46 + (nameLength ?? 0), extraLength ?? 0)
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.push(widen(entry, new DataView(extra.buffer, extra.byteOffset, extra.byteLength)))
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0)
  }
  return entries
}

const packedBytes = async (zip: Blob, entry: ZipEntry): Promise<Blob> => {
  const head = await viewOf(zip.slice(entry.offset, entry.offset + 30))
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw damaged()
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  return zip.slice(start, start + entry.packed)
}

/** Packs are stored, not compressed; a zip that was made anew by another program is unpacked by the browser. */
const entryOf = (zip: Blob, entry: ZipEntry): PackEntry => ({
  size: entry.size,
  read: async function* () {
    const packed = await packedBytes(zip, entry)
    if (entry.method === 0) yield* blobEntry(packed).read()
    else {
      const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
      for (let piece = await reader.read(); piece.value; piece = await reader.read()) yield piece.value
    }
  },
})

/** Opens a zip as a pack: its list is read, and each file only when it is looked at. */
export const openZip = async (zip: Blob, name: string): Promise<DroppedPack> => {
  try {
    const { offset, size, count } = await findDirectory(zip)
    const list = readDirectory(await viewOf(zip.slice(offset, offset + size)), count)
    const files = new Map<string, PackEntry>()
    for (const entry of list.filter((each) => !each.name.endsWith('/'))) {
      if (files.has(entry.name)) throw new UnreadablePack(`The zip has two files of one name: ${entry.name}`)
      if (entry.method !== 0 && entry.method !== 8)
        throw new UnreadablePack(
          'This zip is packed in a way that this page does not know. Unpack it, then choose the folder.',
        )
      files.set(entry.name, entryOf(zip, entry))
    }
    return packRoot(name, files)
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
}
