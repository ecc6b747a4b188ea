import { windowOf, type ByteWindow } from '../byteWindow'
import { longestBlock, type PictureParts, type PixelSize } from '../pictureParts'
import { createExtendedXmp } from './extendedXmp'
import { createJumbfParts } from './jumbfParts'
import { photoshopIim } from './photoshopBlocks'
import { readSegments } from './readSegments'

const exifSignature = 'Exif\0'
const xmpSignature = 'http://ns.adobe.com/xap/1.0/\0'
const extendedSignature = 'http://ns.adobe.com/xmp/extension/\0'
const photoshopSignature = 'Photoshop 3.0\0'

const hasSignature = (bytes: Buffer, signature: string): boolean =>
  bytes.toString('latin1', 0, signature.length) === signature

/** SOF0 to SOF15; among their numbers are three that are none: DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Pixels by the frame's head; a height of 0 is stated after the first scan, and not looked for. */
export const frameSize = (payload: Buffer): PixelSize | undefined => {
  if (payload.length < 5) return undefined
  const [height, width] = [payload.readUInt16BE(1), payload.readUInt16BE(3)]
  return width > 0 && height > 0 ? { width, height } : undefined
}

/** The kind of JPEG that raw data is in and no viewer shows. */
const losslessFrame = 0xc3

export interface JpegParts extends PictureParts {
  readonly lossless?: boolean
}

/** What stands in the segments of a JPEG before its picture. */
export const readJpeg = async (window: ByteWindow, start = 0): Promise<JpegParts> => {
  const extended = createExtendedXmp()
  const jumbf = createJumbfParts()
  const xmp: Buffer[] = []
  const photoshop: Buffer[] = []
  const iim: Buffer[] = []
  let exif: ByteWindow | undefined
  let size: PixelSize | undefined
  let lossless = false
  let held = 0

  const readExtra = (payload: Buffer): void => {
    if (hasSignature(payload, exifSignature)) exif ??= windowOf(payload.subarray(6))
    else if (hasSignature(payload, xmpSignature)) xmp.push(payload.subarray(xmpSignature.length))
    else if (hasSignature(payload, extendedSignature))
      extended.add(payload.subarray(extendedSignature.length))
  }

  for await (const { marker, payload } of readSegments(window, start)) {
    held += payload.length
    if (held > longestBlock * 4) break
    if (isFrame(marker)) {
      size ??= frameSize(payload)
      lossless ||= marker === losslessFrame
    } else if (marker === 0xe1) readExtra(payload)
    else if (marker === 0xeb) jumbf.add(payload)
    else if (marker === 0xed && hasSignature(payload, photoshopSignature))
      photoshop.push(payload.subarray(photoshopSignature.length))
    else if (marker === 0xed && payload[0] === 0x1c) iim.push(payload)
  }
  return {
    size,
    exif,
    xmp: [...xmp, ...extended.whole()],
    iim: [...photoshopIim(Buffer.concat(photoshop)), ...iim],
    manifest: jumbf.manifest(),
    lossless,
  }
}
