import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { openAgeZip } from '#core/exporters/sealing/age/openAgeZip'
import type { Unlock } from '#core/exporters/sealing/age/types'
import { CuttingsError } from '#shared/errors'
import { checkNames, createByteCount, unsafe, type Bag } from './bag'
import { shownName } from './entryName'
import type { PackLimits } from './packLimits'
import { checkZipEntry, checkZipRanges, type ZipRange } from './zipEntries'

/** A zip that cannot be read says so as a pack that cannot be verified; yauzl's words name what is wrong with it. */
const asRefusal = (error: unknown): unknown => {
  if (error instanceof CuttingsError || !(error instanceof Error)) return error
  if (error.name === 'AbortError') return error
  if (/absolute path|relative path|invalid characters/.test(error.message))
    return new CuttingsError('pack-unsafe', { reason: shownName(error.message) }, { cause: error })
  return new CuttingsError(
    'pack-unverifiable',
    { reason: `the zip is damaged or not a zip (${shownName(error.message)})` },
    { cause: error },
  )
}

const readEntries = async (zip: ZipFile, limits: PackLimits, signal: AbortSignal | undefined) => {
  if (zip.entryCount > limits.entries) throw unsafe(`it has more than ${limits.entries} files`)
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    signal?.throwIfAborted()
    checkZipEntry(entry)
    if (entry.fileName.endsWith('/')) continue
    if (entries.has(entry.fileName)) throw unsafe(`a name twice (${shownName(entry.fileName)})`)
    total += entry.uncompressedSize
    if (total > limits.totalBytes) throw unsafe(`it holds more than ${limits.totalBytes} bytes`)
    entries.set(entry.fileName, entry)
  }
  return { entries, contents: await checkZipRanges(zip, [...entries.values()]) }
}

/** The one folder in which a zipped bag stands (RFC 8493, 4), or none where the bag is at the top. */
const baseFolder = (paths: readonly string[]): string => {
  if (paths.includes('bagit.txt')) return ''
  const tops = new Set(paths.map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [top = ''] = tops
  return tops.size === 1 ? top : ''
}

/** All that is no content of an entry: headers, the list, what stands between and behind, comments. */
async function* readOutside(path: string, contents: readonly ZipRange[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const { start, end } of [...contents, { start: Infinity, end: Infinity }]) {
    if (start > from)
      for await (const chunk of createReadStream(path, { start: from, end: start - 1 })) yield chunk as Buffer
    from = Math.max(from, end)
  }
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Opens a zip as a bag, entry by entry from the file itself: nothing is unpacked. */
export const openZipBag = async (
  path: string,
  limits: PackLimits,
  signal: AbortSignal | undefined,
  unlock?: Unlock,
): Promise<Bag> => {
  let zip: ZipFile | undefined
  try {
    const options = { autoClose: false, strictFileNames: true }
    zip = unlock ? await openAgeZip(path, unlock, options) : await openPromise(path, options)
    const opened = zip
    // Faults of reading come by the entries and streams; one of closing changes nothing that was read.
    opened.on('error', () => undefined)
    const { entries, contents } = await readEntries(opened, limits, signal)
    const paths = [...entries.keys()]
    checkNames(paths, limits)
    const base = baseFolder(paths)
    const inner = new Map([...entries].map(([name, entry]) => [name.slice(base.length), entry]))
    const counted = createByteCount(limits)
    return {
      name: shownName(basename(path)),
      files: new Map([...inner].map(([name, entry]) => [name, entry.uncompressedSize])),
      read: (name) => {
        const entry = inner.get(name)
        if (!entry) throw new TypeError(`not an entry: ${name}`)
        return counted(readEntry(opened, entry))
      },
      ...(unlock ? {} : { outside: () => readOutside(path, contents) }),
      close: () => {
        opened.close()
        return Promise.resolve()
      },
    }
  } catch (error) {
    zip?.close()
    throw asRefusal(error)
  }
}
