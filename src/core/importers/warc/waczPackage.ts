import { createHash } from 'node:crypto'
import { CuttingsError } from '#shared/errors'
import type { Capture, Doubt } from '#shared/model/article'
import { bytesOf, type ZipEntry } from '../zip/openZip'

export interface WaczPackage {
  readonly signature: Capture['signature']
  readonly doubts: readonly Doubt[]
  /** The state of one of its files, by the hash that the package states for it. */
  readonly digestOf: (entry: ZipEntry) => Promise<Capture['digest']>
}

/** Bytes of a description, at most. */
const mostOfJson = 20 * 1024 * 1024

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readJson = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (isRecord(value)) return value
  } catch {
    // Said below, as for JSON of another kind.
  }
  throw new CuttingsError('damaged-file', { reason: 'its description is not JSON' })
}

const sha256Of = async (parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Paths and their hashes, as `sha256:...` (WACZ 1.1.1, 5.2.6). */
const hashesOf = (description: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> => {
  const resources = Array.isArray(description['resources']) ? description['resources'] : []
  const hashes = new Map<string, string>()
  for (const resource of resources.filter(isRecord)) {
    const { path, hash } = resource
    if (typeof path === 'string' && typeof hash === 'string') hashes.set(path, hash)
  }
  return hashes
}

/** The state of the signature over `datapackage.json` (WACZ Auth 0.1.0): who signed is not looked into. */
const signatureOf = (digest: Readonly<Record<string, unknown>>, hash: string): Capture['signature'] => {
  const stated = digest['hash']
  const signed = digest['signedData']
  if (typeof stated === 'string' && stated !== `sha256:${hash}`) return 'broken'
  if (!isRecord(signed) || typeof signed['signature'] !== 'string') return 'unsigned'
  return signed['hash'] === `sha256:${hash}` ? 'signed' : 'broken'
}

const doubtsOf = (signature: Capture['signature']): readonly Doubt[] => {
  if (signature === 'signed')
    return [{ field: 'capture', message: 'The web archive is signed; who signed it was not checked.' }]
  if (signature === 'broken')
    return [
      { field: 'capture', message: 'The description of the web archive is not the one that was signed.' },
    ]
  return []
}

/** What a WACZ says of itself and its files. Throws `damaged-file` where it does not describe itself. */
export const readWaczPackage = async (entries: readonly ZipEntry[]): Promise<WaczPackage> => {
  const entry = (name: string): ZipEntry | undefined => entries.find((one) => one.name === name)
  const described = entry('datapackage.json')
  if (!described) throw new CuttingsError('damaged-file', { reason: 'its datapackage.json is missing' })
  const bytes = await bytesOf(described, mostOfJson)
  const hashes = hashesOf(readJson(bytes))
  const signedEntry = entry('datapackage-digest.json')
  const digest = signedEntry ? readJson(await bytesOf(signedEntry, mostOfJson)) : undefined
  const signature = digest ? signatureOf(digest, await sha256Of([bytes])) : 'unsigned'
  return {
    signature,
    doubts: doubtsOf(signature),
    digestOf: async (file) => {
      const stated = hashes.get(file.name)
      if (stated === undefined) return 'absent'
      if (!/^sha256:[0-9a-f]{64}$/i.test(stated)) return 'not-checkable'
      return stated.toLowerCase() === `sha256:${await sha256Of(file.parts())}` ? 'matches' : 'broken'
    },
  }
}
