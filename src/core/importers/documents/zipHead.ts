/** What the beginning of a ZIP tells of it, before its directory is read. */
export interface ZipHead {
  /** Names of the files inside whose headers lie in the head, in their order. */
  readonly names: readonly string[]
  /** Content of the file `mimetype`, where it is the first and not compressed (OCF 3.3, ODF 1.3 part 2). */
  readonly mimetype: string | undefined
}

const headerLength = 30
const longestMimetype = 200

const isHeaderAt = (head: Buffer, at: number): boolean =>
  at + headerLength <= head.length && head.readUInt32LE(at) === 0x04034b50

/** Where the next header is: by the size that is stated, or, where it is stated behind the data, by its mark. */
const nextHeader = (head: Buffer, dataAt: number, size: number, sizeFollows: boolean): number => {
  if (!sizeFollows || size > 0) return dataAt + size
  const found = head.indexOf('PK\x03\x04', dataAt, 'latin1')
  return found < 0 ? head.length : found
}

/** Walks the headers of files from the first on (APPNOTE 6.3.10, 4.3.7); undefined where the bytes begin no ZIP. */
export const readZipHead = (bytes: Uint8Array): ZipHead | undefined => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (head.length < 4 || head.readUInt32LE(0) !== 0x04034b50) return undefined
  const names: string[] = []
  let mimetype: string | undefined
  for (let at = 0; isHeaderAt(head, at);) {
    const [flags, method] = [head.readUInt16LE(at + 6), head.readUInt16LE(at + 8)]
    const size = head.readUInt32LE(at + 18)
    const nameAt = at + headerLength
    const dataAt = nameAt + head.readUInt16LE(at + 26) + head.readUInt16LE(at + 28)
    const name = head.toString('utf8', nameAt, nameAt + head.readUInt16LE(at + 26))
    if (name === 'mimetype' && method === 0 && size <= longestMimetype)
      mimetype ??= head.toString('latin1', dataAt, dataAt + size).trim()
    names.push(name)
    at = nextHeader(head, dataAt, size, (flags & 8) !== 0)
  }
  return { names, mimetype }
}
