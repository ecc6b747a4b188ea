import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { displayName } from '../records/displayName'
import { faultCode } from '../store/faults'
import { isPackFolder, isPackZip } from './packMarks'
import type { Found, Unreachable } from './types'

const refusal = (name: string, error: CuttingsError): Found => ({ name, error: error.toReport() })

const unreachable = (name: string, error: unknown): Found => {
  const code = faultCode(error)
  if (code === 'ENOENT') return refusal(name, new CuttingsError('not-found-file'))
  return refusal(name, new CuttingsError('unreadable', { reason: String(code ?? 'unknown reason') }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const walkFolder = async function* (path: string, name: string): AsyncGenerator<Found, void, void> {
  if (await isPackFolder(path)) {
    yield { path, name, form: 'pack' }
    return
  }
  let names: string[]
  try {
    names = (await readdir(path)).sort(compare)
  } catch (error) {
    yield unreachable(name, error)
    return
  }
  for (const child of names) yield* walkOne(join(path, child), `${name}/${displayName(child)}`)
}

const walkOne = async function* (path: string, name: string): AsyncGenerator<Found, void, void> {
  try {
    const stats = await lstat(path)
    if (stats.isDirectory()) yield* walkFolder(path, name)
    else if (stats.isFile() && (await isPackZip(path))) yield { path, name, form: 'pack' }
    // A link, a pipe or a device is refused where files are opened: one rule, in one place.
    else yield { path, name, form: 'file' }
  } catch (error) {
    yield unreachable(name, error)
  }
}

/**
 * Every file under these paths, in the order given and inside folders by name. No link is followed. A citation pack,
 * whether folder or zip, is one entry.
 */
export const walk = async function* (paths: readonly string[]): AsyncGenerator<Found, void, void> {
  for (const path of paths) yield* walkOne(path, displayName(basename(path) || path))
}

export const isRefused = (found: Found): found is Unreachable => 'error' in found
