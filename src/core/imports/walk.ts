import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { displayName } from '../records/displayName'
import { faultCode } from '../store/faults'
import { isPictureName, pairSidecars } from './companions'
import { isPackFolder, isPackZip } from './packMarks'
import type { Found, LeftOut, Unreachable } from './types'

const refusal = (name: string, error: CuttingsError): Found => ({ name, error: error.toReport() })

const unreachable = (name: string, error: unknown): Found => {
  const code = faultCode(error)
  if (code === 'ENOENT') return refusal(name, new CuttingsError('not-found-file'))
  return refusal(name, new CuttingsError('unreadable', { reason: String(code ?? 'unknown reason') }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const partOfPage: Pick<LeftOut, 'leftOut'> = {
  leftOut: 'Part of the saved page beside it (its look or its scripts), no item of its own.',
}

/** Names (or paths) of folders that browsers make beside a saved page, by the page's name. */
export const pageFolders = (names: readonly string[]): ReadonlySet<string> =>
  new Set(
    names
      .filter((name) => /\.x?html?$/i.test(name))
      .map((name) => name.replace(/\.x?html?$/i, ''))
      .flatMap((page) => [`${page}_files`, `${page}-Dateien`, `${page}_fichiers`, `${page}.files`]),
  )

interface Place {
  readonly path: string
  readonly name: string
  /** Inside a folder that belongs to a saved page: only pictures are items. */
  readonly ofPage: boolean
  readonly companions?: readonly string[]
}

/** Folders, then pictures, then the rest, each by name: what a page or document shows comes before it. */
const inOrder = (names: readonly string[], folders: ReadonlySet<string>): string[] => {
  const rank = (name: string): number => (folders.has(name) ? 0 : isPictureName(name) ? 1 : 2)
  return [...names].sort((a, b) => rank(a) - rank(b) || compare(a, b))
}

const walkFolder = async function* ({ path, name, ofPage }: Place): AsyncGenerator<Found, void, void> {
  if (await isPackFolder(path)) {
    yield { path, name, form: 'pack' }
    return
  }
  let names: string[]
  let folders: ReadonlySet<string>
  try {
    const entries = await readdir(path, { withFileTypes: true })
    names = entries.map((entry) => entry.name)
    folders = new Set(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name))
  } catch (error) {
    yield unreachable(name, error)
    return
  }
  const pairs = pairSidecars(names)
  const sidecars = new Set(pairs.values())
  const pages = pageFolders(names)
  for (const child of inOrder(names, folders)) {
    if (sidecars.has(child)) continue
    const sidecar = pairs.get(child)
    yield* walkOne({
      path: join(path, child),
      name: `${name}/${displayName(child)}`,
      ofPage: ofPage || pages.has(child),
      ...(sidecar === undefined ? {} : { companions: [join(path, sidecar)] }),
    })
  }
}

const walkOne = async function* (place: Place): AsyncGenerator<Found, void, void> {
  const { path, name, ofPage, companions } = place
  try {
    const stats = await lstat(path)
    if (stats.isDirectory()) yield* walkFolder(place)
    else if (ofPage && !isPictureName(path)) yield { name, ...partOfPage }
    else if (stats.isFile() && (await isPackZip(path))) yield { path, name, form: 'pack' }
    // A link, a pipe or a device is refused where files are opened: one rule, in one place.
    else yield { path, name, form: 'file', ...(companions ? { companions } : {}) }
  } catch (error) {
    yield unreachable(name, error)
  }
}

/**
 * Every file under these paths, in the order given and inside folders in an order in which what others show comes first.
 * No link is followed. A citation pack, whether folder or zip, is one entry; a picture's `.xmp` comes with it.
 */
export const walk = async function* (paths: readonly string[]): AsyncGenerator<Found, void, void> {
  const pairs = pairSidecars(paths)
  const sidecars = new Set(pairs.values())
  const pages = pageFolders(paths)
  for (const path of paths) {
    if (sidecars.has(path)) continue
    const sidecar = pairs.get(path)
    const companions = sidecar === undefined ? {} : { companions: [sidecar] }
    yield* walkOne({
      path,
      name: displayName(basename(path) || path),
      ofPage: pages.has(path),
      ...companions,
    })
  }
}

export const isRefused = (found: Found): found is Unreachable => 'error' in found
export const isLeftOut = (found: Found): found is LeftOut => 'leftOut' in found
