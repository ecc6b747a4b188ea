import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { SmallPicture } from '#shared/contract/records'
import { CuttingsError } from '#shared/errors'
import type { Sha256 } from '#shared/model/scalars'
import type { InnerFile } from '../importers/types'
import { sourceOfFile } from '../parsing/byteSources'
import type { Parsed, Parser } from '../parsing/types'
import { smallPicturePath } from '../process/originalPath'
import { clearPlace } from '../store/clearPlace'
import type { Archive } from '../store/types'
import { createPictureList, pictureListPath, type PictureEntry } from './pictureList'
import { removeHalfMade } from './removeHalfMade'

/** Pixels of the longer side. */
const edge = 512

/** Bytes that a small picture may have: what is larger is none. */
const largest = 4 * 1024 * 1024

export interface SmallPictures {
  /** Makes it with the first question; later ones are answered from what was made. */
  readonly of: (sha256: Sha256, signal?: AbortSignal) => Promise<SmallPicture>
  /** Whether it was made, or found out that it can't be. */
  readonly isKnown: (sha256: Sha256) => Promise<boolean>
  /** Perceptual hashes of all pictures that were made small. */
  readonly hashes: () => Promise<ReadonlyMap<Sha256, string>>
  /** Removes what a process that was killed left half made, once, before anything is made. Never throws. */
  readonly tidy: () => Promise<void>
}

export interface SmallPicturesDeps {
  readonly archive: Archive
  /** A reader of its own: pictures need more memory than texts, and are no hurry. */
  readonly parser: Parser
  readonly log: (line: string) => void
}

const collect = async ({ parts }: InnerFile): Promise<Buffer> => {
  const all: Uint8Array[] = []
  let size = 0
  for await (const part of parts) {
    size += part.byteLength
    if (size > largest) throw new RangeError('a small picture is too large')
    all.push(part)
  }
  return Buffer.concat(all)
}

const keep = async (path: string, picture: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const made = `${path}.${randomUUID()}`
  try {
    await writeFile(made, picture, { mode: 0o600, flag: 'wx' })
    await clearPlace(path)
    await rename(made, path)
  } catch (error) {
    await rm(made, { force: true })
    throw error
  }
}

/** Whether the file is what was made. */
const isWhole = async (path: string, crc: number | undefined): Promise<boolean> => {
  try {
    return crc32(await readFile(path)) === crc
  } catch {
    // Gone, or no file: it is made again.
    return false
  }
}

const answerOf = (entry: PictureEntry): SmallPicture => {
  if (entry.state === 'none') return { state: 'none', reason: entry.reason }
  const { sha256, width, height } = entry
  return { state: 'ready', sha256, width, height }
}

const isCancelled = (error: unknown): boolean => error instanceof CuttingsError && error.code === 'cancelled'

/** Small pictures of originals, under `derived/thumbs`: deletable at any time, made again by themselves. */
export const createSmallPictures = ({ archive, parser, log }: SmallPicturesDeps): SmallPictures => {
  const list = createPictureList(pictureListPath(archive.layout), log)
  let tidied: Promise<void> | undefined
  const tidy = (): Promise<void> =>
    (tidied ??= removeHalfMade(dirname(pictureListPath(archive.layout))).catch((error: unknown) =>
      log(`half made small pictures were not removed: ${String(error)}`),
    ))
  const making = new Map<Sha256, Promise<SmallPicture>>()

  const read = async (
    sha256: Sha256,
    signal: AbortSignal | undefined,
  ): Promise<{ parsed: Parsed; picture: Buffer | undefined }> => {
    const original = archive.catalogue.original(sha256)
    const file = await archive.originals.open(sha256)
    let picture: Buffer | undefined
    try {
      const { size } = await file.stat()
      const parsed = await parser.parse(
        {
          name: 'picture',
          source: sourceOfFile(file, size),
          task: { do: 'picture', edge, mediaType: original?.mediaType ?? 'application/octet-stream' },
          onInner: async (inner) => {
            picture = await collect(inner)
          },
        },
        signal,
      )
      return { parsed, picture }
    } finally {
      await file.close()
    }
  }

  const make = async (sha256: Sha256, signal: AbortSignal | undefined): Promise<SmallPicture> => {
    const { parsed, picture } = await read(sha256, signal)
    if (parsed.type === 'picture' && picture) {
      await tidy()
      await keep(smallPicturePath(archive.folder, sha256), picture)
      const { width, height, perceptualHash: hash } = parsed
      const entry = { state: 'ready', sha256, width, height, hash, crc: crc32(picture) } as const
      await list.add(entry)
      return answerOf(entry)
    }
    const reason =
      parsed.type === 'refused' ? parsed.error.code : parsed.type === 'no-picture' ? parsed.reason : 'none'
    await list.add({ state: 'none', sha256, reason })
    return { state: 'none', reason }
  }

  const ofHeld = async (sha256: Sha256, signal: AbortSignal | undefined): Promise<SmallPicture> => {
    const entry = await list.get(sha256)
    if (entry?.state === 'none') return answerOf(entry)
    if (entry && (await isWhole(smallPicturePath(archive.folder, sha256), entry.crc))) return answerOf(entry)
    return archive.writable ? make(sha256, signal) : { state: 'none', reason: 'read-only' }
  }

  const begin = (sha256: Sha256, signal: AbortSignal | undefined): Promise<SmallPicture> => {
    const made = ofHeld(sha256, signal).finally(() => making.delete(sha256))
    making.set(sha256, made)
    return made
  }

  return {
    of: async (sha256, signal) => {
      const begun = making.get(sha256)
      if (!begun) return begin(sha256, signal)
      try {
        return await begun
      } catch (error) {
        // Whoever began it gave it up; that is not for us.
        if (!isCancelled(error) || signal?.aborted) throw error
        return making.get(sha256) ?? begin(sha256, signal)
      }
    },
    isKnown: async (sha256) => (await list.get(sha256)) !== undefined,
    hashes: list.hashes,
    tidy,
  }
}
