import { lstat, readdir } from 'node:fs/promises'
import { CuttingsError } from '#shared/errors'
import { displayName } from '../records/displayName'
import { faultCode } from '../store/faults'
import type { FilePath } from '../store/types'
import { isPictureName, pairSidecars } from './companions'
import { nameOfPath, pathInside, textOfBytes } from './filePath'
import { isLockedPack, isPackFolder, isPackZip } from './packs/packMarks'
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
  readonly path: FilePath
  readonly name: string
  /** Inside a folder that belongs to a saved page: only pictures are items. */
  readonly ofPage: boolean
  readonly companions?: readonly FilePath[]
}

/** One name in a folder, as text, and the path that it stands for. */
interface Child {
  readonly name: string
  readonly path: FilePath
  readonly isFolder: boolean
}

const childrenOf = async (folder: FilePath): Promise<Child[]> => {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  return entries.map((entry) => ({
    name: textOfBytes(entry.name),
    path: pathInside(folder, entry.name),
    isFolder: entry.isDirectory(),
  }))
}

/** Folders, then pictures, then the rest, each by name: what a page or document shows comes before it. */
const inOrder = (children: readonly Child[]): Child[] => {
  const rank = ({ name, isFolder }: Child): number => (isFolder ? 0 : isPictureName(name) ? 1 : 2)
  return [...children].sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name))
}

const walkFolder = async function* ({ path, name, ofPage }: Place): AsyncGenerator<Found, void, void> {
  if (typeof path === 'string' && (await isPackFolder(path))) {
    yield { path, name, form: 'pack' }
    return
  }
  let children: Child[]
  try {
    children = await childrenOf(path)
  } catch (error) {
    yield unreachable(name, error)
    return
  }
  const names = children.map((child) => child.name)
  const pairs = pairSidecars(names)
  const byName = new Map(children.map((child) => [child.name, child]))
  const sidecars = new Set([...pairs.values()].map((sidecar) => byName.get(sidecar)))
  const pages = pageFolders(names)
  for (const child of inOrder(children)) {
    if (sidecars.has(child)) continue
    const sidecar = byName.get(pairs.get(child.name) ?? '')
    yield* walkOne({
      path: child.path,
      name: `${name}/${displayName(child.name)}`,
      ofPage: ofPage || pages.has(child.name),
      ...(sidecar ? { companions: [sidecar.path] } : {}),
    })
  }
}

const walkOne = async function* (place: Place): AsyncGenerator<Found, void, void> {
  const { path, name, ofPage, companions } = place
  try {
    const stats = await lstat(path)
    if (stats.isDirectory()) yield* walkFolder(place)
    else if (ofPage && !isPictureName(name)) yield { name, ...partOfPage }
    else if (
      typeof path === 'string' &&
      stats.isFile() &&
      ((await isPackZip(path)) || (await isLockedPack(path)))
    )
      yield { path, name, form: 'pack' }
    // A link, a pipe or a device is refused where files are opened: one rule, in one place.
    else yield { path, name, form: 'file', ...(companions ? { companions } : {}) }
  } catch (error) {
    yield unreachable(name, error)
  }
}

/**
 * Every file under these paths, in the order given and inside folders in an order in which what others show comes first.
 * No link is followed. A name that is no text stands for its bytes. A citation pack, whether folder or zip, is one entry; a picture's `.xmp` comes with it.
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
      name: displayName(nameOfPath(path) || path),
      ofPage: pages.has(path),
      ...companions,
    })
  }
}

export const isRefused = (found: Found): found is Unreachable => 'error' in found
export const isLeftOut = (found: Found): found is LeftOut => 'leftOut' in found
