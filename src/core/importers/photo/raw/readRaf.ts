import type { ByteWindow } from '../byteWindow'
import { readJpeg } from '../jpeg/readJpeg'
import type { PictureParts, PixelSize } from '../pictureParts'

/** Where the head of a Fujifilm RAF says that things are; big-endian. */
const jpegAt = 84
const tableAt = 92

/** The size of the picture that is cut out of the sensor's, and of the sensor's (tags of the table of a RAF). */
const croppedSize = 0x0111
const fullSize = 0x0100

const mostEntries = 256

const readSizes = async (window: ByteWindow, at: number): Promise<ReadonlyMap<number, PixelSize>> => {
  const sizes = new Map<number, PixelSize>()
  const head = await window.read(at, 4)
  const count = head.length === 4 ? Math.min(head.readUInt32BE(0), mostEntries) : 0
  let place = at + 4
  for (let index = 0; index < count; index += 1) {
    const entry = await window.read(place, 8)
    if (entry.length < 8) break
    const [tag, length] = [entry.readUInt16BE(0), entry.readUInt16BE(2)]
    const [height, width] = [entry.readUInt16BE(4), entry.readUInt16BE(6)]
    if (length === 4 && width > 0 && height > 0) sizes.set(tag, { width, height })
    place += 4 + length
  }
  return sizes
}

/** The picture inside a RAF that its camera made to be shown. */
export const rafPreview = async (
  window: ByteWindow,
): Promise<{ readonly at: number; readonly length: number }> => {
  const head = await window.read(jpegAt, 8)
  return { at: head.readUInt32BE(0), length: head.readUInt32BE(4) }
}

/** What a Fujifilm RAF says: its metadata is that of the JPEG inside it. */
export const readRaf = async (window: ByteWindow): Promise<PictureParts> => {
  const { at } = await rafPreview(window)
  const parts = await readJpeg(window, at)
  const head = await window.read(tableAt, 4)
  const sizes = await readSizes(window, head.readUInt32BE(0))
  return { ...parts, size: sizes.get(croppedSize) ?? sizes.get(fullSize) ?? parts.size }
}
