import { windowOf, type ByteWindow } from '../byteWindow'
import { longestBlock, type PictureParts, type PixelSize } from '../pictureParts'

/** Chunks of one file, at most. */
const mostChunks = 200_000

/** Sizes as the three kinds of picture chunks state them (RFC 9649). */
const sizeReaders: Readonly<Record<string, (data: Buffer) => PixelSize>> = {
  VP8X: (data) => ({ width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }),
  'VP8 ': (data) => ({ width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }),
  VP8L: (data) => {
    const bits = data.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  },
}

const withoutSignature = (bytes: Buffer): Buffer =>
  bytes.toString('latin1', 0, 4) === 'Exif' ? bytes.subarray(6) : bytes

/** What the chunks of a WebP say. */
export const readWebp = async (window: ByteWindow): Promise<PictureParts> => {
  const blocks = new Map<string, Buffer>()
  let size: PixelSize | undefined
  const stated = (await window.read(4, 4)).readUInt32LE(0)
  let at = 12
  for (let count = 0; count < mostChunks; count += 1) {
    const head = await window.read(at, 8)
    if (head.length < 8) break
    const name = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    const readSize = sizeReaders[name]
    const data = await window.read(at + 8, readSize ? Math.min(length, 32) : 0)
    if (readSize && data.length >= 10) size ??= readSize(data)
    if (['EXIF', 'XMP ', 'C2PA'].includes(name) && length <= longestBlock && !blocks.has(name))
      blocks.set(name, await window.read(at + 8, length))
    at += 8 + length + (length % 2)
  }
  const [exif, xmp] = [blocks.get('EXIF'), blocks.get('XMP ')]
  return {
    size: size && size.width > 0 && size.height > 0 ? size : undefined,
    exif: exif && windowOf(withoutSignature(exif)),
    xmp: xmp ? [xmp] : [],
    manifest: blocks.get('C2PA'),
    endsEarly: stated + 8 > window.size,
  }
}
