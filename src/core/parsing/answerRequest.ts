import { CuttingsError } from '#shared/errors'
import type { ParsedItem, ParsedUnreadable } from '#shared/model/parsed'
import { findFormat, headLength } from '../importers/findFormat'
import type { Importer, ImportFile, InnerFile } from '../importers/types'
import type { PictureReader } from '../pictures/types'
import type { ParserAnswer, ParserRequest, ParserTask } from './types'

/** What an importer may ask for, and where its files inside go. */
export interface Reading {
  readonly read: ImportFile['read']
  readonly hand: (file: InnerFile) => Promise<void>
}

type FileRequest = Pick<
  Extract<ParserRequest, { readonly type: 'file' }>,
  'name' | 'size' | 'companions' | 'task'
>

const fileOf = ({ name, size, companions, task }: FileRequest, { read }: Reading): ImportFile => {
  let whole: Promise<Uint8Array> | undefined
  return {
    name,
    size,
    read,
    bytes: () => (whole ??= read(0, size)),
    companions,
    mapping: task.do === 'import' ? task.mapping : undefined,
  }
}

const refuseTooLarge = ({ limit, name }: Importer, size: number): void => {
  if (size > limit) throw new CuttingsError('too-large', { bytes: size, format: name, limit })
}

/** Whether what came out of a file before its fault is taken: of a damaged container, its whole files are. */
const isSalvaged = ({ container }: Importer, { code }: CuttingsError): boolean =>
  container === true && code === 'damaged-file'

/** A wrong checksum or a cut end shows only while a file inside is read: that costs this file alone. */
const handOver = async (file: InnerFile, hand: Reading['hand']): Promise<ParsedUnreadable | undefined> => {
  try {
    await hand(file)
    return undefined
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    const { code, details } = error
    return { kind: 'unreadable', name: file.name || 'without a name', code, details }
  }
}

const importAs = async (
  importer: Importer,
  file: ImportFile,
  task: ParserTask,
  { hand }: Reading,
): Promise<ParserAnswer> => {
  const { id, mediaType, container = false } = importer
  const items: ParsedItem[] = []
  try {
    refuseTooLarge(importer, file.size)
    if (task.do === 'recognise') return { type: 'parsed', importer: id, mediaType, container, items }
    for await (const item of importer.parse(file)) {
      if (item.kind !== 'file') items.push(item)
      else {
        const unreadable = await handOver(item, hand)
        if (unreadable) items.push(unreadable)
      }
    }
    return { type: 'parsed', importer: id, mediaType, container, items }
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    const report = error.toReport()
    return isSalvaged(importer, error)
      ? { type: 'parsed', importer: id, mediaType, container, items, error: report }
      : { type: 'refused', mediaType, error: report }
  }
}

/** Makes a small picture, which goes the way of a file inside. */
const pictureOf = async (
  file: ImportFile,
  { edge, mediaType }: Extract<ParserTask, { do: 'picture' }>,
  { hand }: Reading,
  pictures: PictureReader,
): Promise<ParserAnswer> => {
  const made = await pictures.makeThumbnail(await file.bytes(), mediaType, { size: edge })
  if (made.kind === 'none') return { type: 'no-picture', reason: made.reason }
  await hand({ kind: 'file', name: 'small.webp', parts: [made.bytes] })
  const { width, height, perceptualHash } = made
  return { type: 'picture', width, height, perceptualHash }
}

/** What reads files: the importers, and what makes small pictures, loaded when it is first needed. */
export interface Readers {
  readonly importers: readonly Importer[]
  readonly pictures: () => Promise<PictureReader>
}

/** Recognises and reads one file. Throws only where an importer has a fault of its own, which ends the process. */
export const answerRequest = async (
  { importers, pictures }: Readers,
  request: FileRequest,
  reading: Reading,
): Promise<ParserAnswer> => {
  const { task } = request
  if (task.do === 'picture') return pictureOf(fileOf(request, reading), task, reading, await pictures())
  const head = await reading.read(0, Math.min(headLength, request.size))
  const found = findFormat(importers, head, request.name)
  return 'error' in found
    ? { type: 'refused', mediaType: found.mediaType, error: found.error.toReport() }
    : importAs(found.importer, fileOf(request, reading), task, reading)
}
