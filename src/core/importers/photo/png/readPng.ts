import { windowOf, type ByteWindow } from '../byteWindow'
import { cleanValue } from '../cleanValue'
import { decodeAs, decodeForeign } from '../decodeForeign'
import { photoshopIim } from '../jpeg/photoshopBlocks'
import type { FoundValue, PictureParts, PixelSize } from '../pictureParts'
import { readChunks, type PngChunk } from './readChunks'
import { readRawProfile } from './readRawProfile'
import { readTextChunk, type PngText } from './readTextChunk'

const wanted = new Set(['IHDR', 'eXIf', 'tEXt', 'zTXt', 'iTXt', 'caBX', 'IEND'])

/** Keywords of ISO/IEC 15948 (11.3.4.2) that are fields. */
const keywords: Readonly<Record<string, string>> = {
  title: 'title',
  author: 'creator',
  description: 'description',
  copyright: 'copyrightNotice',
  source: 'cameraModel',
  comment: 'comment',
}

const xmpKeyword = 'XML:com.adobe.xmp'

/** Texts of one picture, at most. */
const mostTexts = 1000

const sizeOf = (data: Buffer): PixelSize | undefined => {
  if (data.length < 8) return undefined
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  return width > 0 && height > 0 ? { width, height } : undefined
}

const foundIn = ({ keyword, text, utf8 }: PngText): FoundValue[] => {
  const field = keywords[keyword.toLowerCase()]
  const value = cleanValue(utf8 ? decodeAs(text, 'utf-8') : decodeForeign(text))
  return field === undefined || value === '' ? [] : [{ field, from: 'png', value }]
}

const withoutSignature = (bytes: Buffer): Buffer =>
  bytes.toString('latin1', 0, 4) === 'Exif' ? bytes.subarray(6) : bytes

/** What the chunks of a PNG say: its size, EXIF, XMP, and texts with the keywords of the standard. */
export const readPng = async (window: ByteWindow): Promise<PictureParts> => {
  const texts: PngText[] = []
  let size: PixelSize | undefined
  let exif: Buffer | undefined
  let manifest: Buffer | undefined
  let endsEarly = true
  const readText = (chunk: PngChunk): void => {
    const text = texts.length < mostTexts ? readTextChunk(chunk) : undefined
    if (text) texts.push(text)
  }
  for await (const chunk of readChunks(window, wanted)) {
    if (chunk.name === 'IEND') endsEarly = false
    else if (chunk.name === 'IHDR') size ??= sizeOf(chunk.data)
    else if (chunk.name === 'eXIf') exif ??= chunk.data
    else if (chunk.name === 'caBX') manifest ??= chunk.data
    else readText(chunk)
  }
  const profile = (name: string): Buffer[] =>
    texts
      .filter(({ keyword }) => keyword === `Raw profile type ${name}`)
      .flatMap(({ text }) => readRawProfile(text) ?? [])
  const [stated = exif] = [...profile('exif'), ...profile('APP1')].filter(
    (bytes) => bytes.toString('latin1', 0, 4) === 'Exif',
  )
  return {
    size,
    exif: stated && windowOf(withoutSignature(exif ?? stated)),
    xmp: [
      ...texts.filter(({ keyword }) => keyword === xmpKeyword).map(({ text }) => text),
      ...profile('xmp'),
    ],
    iim: profile('iptc').flatMap(photoshopIim),
    manifest,
    endsEarly,
    found: texts.flatMap(foundIn),
  }
}
