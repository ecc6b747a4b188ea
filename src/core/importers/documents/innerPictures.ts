import { CuttingsError } from '#shared/errors'
import type { ImportedItem } from '../types'
import type { ZipParts } from './zipParts'
import { bytesOf, type ZipEntry } from '../zip/openZip'
import { createBudget, mostPictureBytes, type UnpackedBudget } from './unpackedBudget'

/** Pictures of one document, at most. */
export const mostPictures = 10_000

/** Bytes of one picture, at most. */
const mostBytes = 100 * 1024 * 1024

/** Names the pictures that a text shows and hands them over after it. */
export interface InnerPictures {
  /** The name under which a part comes along: its own, or its whole path where another part has that. */
  readonly nameOf: (path: string) => string | undefined
  /** The pictures that were named, in the order of the text; one that cannot be unpacked is said to be unreadable. */
  readonly files: () => AsyncGenerator<ImportedItem>
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const unpacked = async (entry: ZipEntry, name: string, budget: UnpackedBudget): Promise<ImportedItem> => {
  try {
    const bytes = await bytesOf(entry, Math.min(mostBytes, budget.left()))
    budget.take(bytes.length)
    return { kind: 'file', name, parts: [bytes] }
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    return { kind: 'unreadable', name, code: error.code, details: { ...error.details } }
  }
}

export const createInnerPictures = (parts: ZipParts): InnerPictures => {
  const names = new Map<string, string>()
  const paths = new Map<string, string>()
  const budget = createBudget('bytes of unpacked pictures', mostPictureBytes)

  return {
    nameOf: (path) => {
      const entry = parts.entry(path)
      if (!entry) return undefined
      const known = names.get(entry.name)
      if (known !== undefined) return known
      if (names.size >= mostPictures)
        throw new CuttingsError('limit', { what: 'pictures', most: mostPictures })
      const short = lastPart(entry.name)
      const name = paths.has(short) ? entry.name : short
      names.set(entry.name, name)
      paths.set(name, entry.name)
      return name
    },
    files: async function* () {
      for (const [name, path] of paths) {
        const entry = parts.entry(path)
        if (!entry) continue
        yield await unpacked(entry, name, budget)
      }
    },
  }
}
