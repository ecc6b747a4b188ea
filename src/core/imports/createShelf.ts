import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ParsedItem } from '#shared/model/parsed'
import { withStorageFaults } from '../store/faults'

/** Keeps what was parsed until it is committed: little things in memory, the rest in the plan's staging folder. */
export interface Shelf {
  readonly put: (items: readonly ParsedItem[]) => Promise<number>
  readonly get: (key: number) => Promise<readonly ParsedItem[]>
  readonly drop: (key: number) => void
}

export interface ShelfLimits {
  /** Characters of one file's result, and of all together, that stay in memory. */
  readonly one: number
  readonly all: number
}

const defaultLimits: ShelfLimits = { one: 256_000, all: 32_000_000 }

export const createShelf = (folder: string, limits: ShelfLimits = defaultLimits): Shelf => {
  const places = new Map<number, { readonly text: string } | { readonly path: string }>()
  let held = 0
  let last = 0
  return {
    put: async (items) => {
      const text = JSON.stringify(items)
      const key = (last += 1)
      if (text.length <= limits.one && held + text.length <= limits.all) {
        held += text.length
        places.set(key, { text })
      } else {
        const path = join(folder, `${randomUUID()}.json`)
        await withStorageFaults('the file', () => writeFile(path, text, { flag: 'wx', mode: 0o600 }))
        places.set(key, { path })
      }
      return key
    },
    get: async (key) => {
      const place = places.get(key)
      if (!place) throw new TypeError(`nothing is shelved under ${key}`)
      // Written by this process from validated data, in a folder that only the archive's writer uses.
      return JSON.parse('text' in place ? place.text : await readFile(place.path, 'utf8')) as ParsedItem[]
    },
    drop: (key) => {
      const place = places.get(key)
      if (place && 'text' in place) held -= place.text.length
      places.delete(key)
    },
  }
}
