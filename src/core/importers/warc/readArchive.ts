import { counted } from '#shared/counted'
import { CuttingsError } from '#shared/errors'
import type { Capture, Doubt } from '#shared/model/article'
import { decodeHtml } from '../html/decodeHtml'
import { createPictureNames, isPictureType } from '../html/pictureNames'
import { readPage } from '../html/readPage'
import type { ImportedItem } from '../types'
import { createByteStream, type ByteParts } from './byteStream'
import { mostHeld, readCapture, type WebCapture } from './readCapture'
import { readRecords, type WebRecord } from './readRecords'
import { unpackedParts } from './unpackedParts'

export interface ArchiveOptions {
  /** What is known of the package in which the archive came. */
  readonly signature?: Capture['signature']
  readonly packageDigest?: Capture['digest']
  readonly doubts?: readonly Doubt[]
}

/** Bytes of an archive when unpacked, at most. */
export const mostUnpacked = 2 * 1024 * 1024 * 1024

/** Pictures of an archive, and bytes of one, at most; others are left out. */
const mostPictures = 2000
const largestPicture = 20 * 1024 * 1024

type Parts = () => ByteParts

const recordsOf = (parts: Parts): AsyncGenerator<WebRecord> =>
  readRecords(createByteStream(unpackedParts(parts()), mostUnpacked))

const isPage = ({ type }: WebCapture): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)$/.test(type.mediaType)

/** A picture that is kept; undefined for what is none, cannot be unpacked or is too large. */
const pictureIn = ({ type, content }: WebCapture): Buffer | undefined => {
  const bytes = isPictureType(type.mediaType) ? content() : undefined
  return bytes && bytes.length > 0 && bytes.length <= largestPicture ? bytes : undefined
}

/** What is learned in a first reading, so that pages can name pictures that come after them. */
interface Survey {
  readonly pictures: ReadonlyMap<string, string>
  readonly software: string | undefined
  readonly pages: number
  readonly revisits: number
  readonly others: number
  readonly damage: CuttingsError | undefined
}

/** `software: Wget/1.20.3` of a `warcinfo` record. */
const softwareOf = async (record: WebRecord): Promise<string | undefined> => {
  const text = (await record.block(1024 * 1024))?.toString('utf8') ?? ''
  return /^software:[ \t]*(\S[^\r\n]{0,199})/im.exec(text)?.[1]?.trim()
}

const survey = async (parts: Parts): Promise<Survey> => {
  const names = createPictureNames()
  const pictures = new Map<string, string>()
  let software: string | undefined
  let damage: CuttingsError | undefined
  let large = 0
  const counts = { pages: 0, revisits: 0, others: 0 }
  try {
    for await (const record of recordsOf(parts)) {
      if (record.recordType === 'warcinfo') software ??= await softwareOf(record)
      if (record.recordType === 'revisit') counts.revisits += 1
      if (record.recordType !== 'response' && record.recordType !== 'resource') continue
      const capture = await readCapture(record, () => (large += 1))
      if (capture && isPage(capture)) counts.pages += 1
      else if (capture && pictureIn(capture) && pictures.size < mostPictures)
        pictures.set(
          capture.url,
          pictures.get(capture.url) ?? names.nameFor(capture.url, capture.type.mediaType),
        )
      else counts.others += 1
    }
  } catch (error) {
    if (!(error instanceof CuttingsError) || error.code !== 'damaged-file' || counts.pages === 0) throw error
    damage = error
  }
  // What is in them is not known, and may have been the page.
  if (counts.pages === 0 && large > 0)
    throw new CuttingsError('limit', { what: 'bytes in one record of a web archive', most: mostHeld })
  return { pictures, software, ...counts, damage }
}

/** Up to the damage that the survey met: what is before it is read. */
async function* captures(parts: Parts, damage: CuttingsError | undefined): AsyncGenerator<WebCapture> {
  try {
    for await (const record of recordsOf(parts)) {
      const capture = await readCapture(record)
      if (capture) yield capture
    }
  } catch (error) {
    if (!damage) throw error
  }
}

const worse = (one: Capture['digest'], other: Capture['digest'] | undefined): Capture['digest'] => {
  if (one === 'broken' || other === 'broken') return 'broken'
  return one === 'matches' || other === 'matches' ? 'matches' : one
}

const captureOf = (page: WebCapture, { software }: Survey, options: ArchiveOptions): Capture => ({
  ...(page.at === undefined ? {} : { at: page.at }),
  url: page.url,
  ...(software === undefined ? {} : { software }),
  digest: worse(page.digest(), options.packageDigest),
  signature: options.signature ?? 'unsigned',
})

const leftOut = ({ revisits, others, pictures }: Survey): readonly Doubt[] => {
  const records = revisits + others
  if (records === 0) return []
  const what = `${counted(records, 'record')} of the web archive`
  const message = `${what} (${revisits} revisits, ${others} that are neither a page nor a picture) and pictures that no page shows were left out; ${pictures.size} pictures are in it.`
  return [{ field: 'capture', message }]
}

const brokenDoubt = (capture: Capture): readonly Doubt[] =>
  capture.digest === 'broken'
    ? [{ field: 'capture', message: 'The content is not what the web archive’s digest was made of.' }]
    : []

/** One page; what it cannot be read for is said in its place. Nothing where it shows no text: frames, counters. */
async function* readCapturedPage(
  page: WebCapture,
  found: Survey,
  options: ArchiveOptions,
  more: readonly Doubt[],
): AsyncGenerator<ImportedItem> {
  try {
    const content = page.content()
    if (!content) throw new CuttingsError('damaged-file', { reason: 'its content cannot be unpacked' })
    const { html, charset, doubts } = decodeHtml(content, page.type.parameters.get('charset'))
    const absolute = (address: string): string =>
      URL.canParse(address, page.url) ? new URL(address, page.url).href : address
    const pictureOf = (address: string): string | undefined => found.pictures.get(absolute(address))
    const { article, files } = await readPage(html, { url: page.url, pictureOf })
    const capture = captureOf(page, found, options)
    const all = [...(options.doubts ?? []), ...more, ...brokenDoubt(capture), ...doubts, ...article.doubts]
    yield { ...article, charset, capture, doubts: all }
    yield* files
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    if (error.code === 'not-text' || error.code === 'empty') return
    yield { kind: 'unreadable', name: page.url, code: error.code, details: error.details }
  }
}

/**
 * The pages of a WARC or ARC file as articles, and the pictures that they show. It is read up to three times, piece by piece:
 * to learn what is in it, for the pages, for their pictures. One that is damaged gives what comes before the damage.
 */
export async function* readArchive(parts: Parts, options: ArchiveOptions = {}): AsyncGenerator<ImportedItem> {
  const found = await survey(parts)
  const shown = new Set<string>()
  let more = leftOut(found)
  for await (const page of captures(parts, found.damage)) {
    if (!isPage(page)) continue
    for await (const item of readCapturedPage(page, found, options, more)) {
      if (item.kind === 'article') {
        more = []
        for (const { picture } of item.slots) if (picture !== undefined) shown.add(picture)
      }
      yield item
    }
  }
  yield* shownPictures(parts, found, shown)
  if (found.damage)
    yield {
      kind: 'unreadable',
      name: 'the rest of the web archive',
      code: found.damage.code,
      details: found.damage.details,
    }
}

async function* shownPictures(
  parts: Parts,
  { pictures, damage }: Survey,
  shown: ReadonlySet<string>,
): AsyncGenerator<ImportedItem> {
  const waiting = new Set([...pictures.values()].filter((name) => shown.has(name)))
  if (waiting.size === 0) return
  for await (const capture of captures(parts, damage)) {
    const name = pictures.get(capture.url)
    const bytes = name !== undefined && waiting.has(name) ? pictureIn(capture) : undefined
    if (name === undefined || !bytes) continue
    waiting.delete(name)
    yield { kind: 'file', name, parts: [bytes] }
    if (waiting.size === 0) return
  }
}
