import { CuttingsError } from '#shared/errors'
import { signatureFile } from '#shared/signature/sshSignature'
import type { Sha256 } from '#shared/model/scalars'
import { bagFiles, type BagFacts } from './bagFiles'
import { createDigester, type Digests } from './digestStream'
import { manifestText } from './manifest'
import type { PackFile } from './packFile'
import type { PackSink } from './packSink'
import type { PackContents, PackOptions } from './types'

const algorithms = ['sha256', 'sha512'] as const

const sum = (files: readonly PackFile[]): number => files.reduce((total, file) => total + file.bytes, 0)

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Stops between two pieces of a file as well as between two files. */
async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    yield chunk
  }
}

const bytesOf = (file: PackFile, readOriginal: PackContents['readOriginal']): AsyncIterable<Uint8Array> =>
  file.content.kind === 'original'
    ? readOriginal(file.content.original.sha256)
    : once(Buffer.from(file.content.make(), 'utf8'))

/** An original that is not what its record says must not leave under that name. */
const checkOriginal = (file: PackFile, written: Digests): void => {
  if (file.content.kind !== 'original') return
  const { sha256, bytes } = file.content.original
  if (written.bytes !== bytes || written.digests.get('sha256') !== sha256)
    throw new CuttingsError('damaged-file', { reason: `the original ${sha256} is not what its record says` })
}

const digestOf = (written: Digests, algorithm: (typeof algorithms)[number]): string =>
  written.digests.get(algorithm) ?? ''

export interface WrittenBag {
  readonly payloadBytes: number
  readonly payloadFiles: number
  /** SHA-256 of tagmanifest-sha256.txt: of everything, in the end. */
  readonly sha256: Sha256
}

/** Writes the payload in the order given, then the tag files, each hashed as it goes by (RFC 8493). */
export const writeBag = async (
  sink: PackSink,
  payload: readonly PackFile[],
  facts: Omit<BagFacts, 'payloadBytes' | 'payloadFiles'>,
  readOriginal: PackContents['readOriginal'],
  options: Pick<PackOptions, 'signal' | 'onProgress' | 'sign'>,
): Promise<WrittenBag> => {
  const { signal, onProgress } = options
  const payloadBytes = sum(payload)
  const put = async (path: string, bytes: AsyncIterable<Uint8Array>, size: number): Promise<Digests> => {
    signal?.throwIfAborted()
    const digester = createDigester(algorithms)
    await sink.add(path, digester.through(untilAborted(bytes, signal)), size)
    return digester.result()
  }
  const digests = { sha256: new Map<string, string>(), sha512: new Map<string, string>() }
  let bytes = 0
  for (const [done, file] of payload.entries()) {
    onProgress?.({ step: 'write', done, total: payload.length, bytes })
    const written = await put(file.path, bytesOf(file, readOriginal), file.bytes)
    checkOriginal(file, written)
    bytes += written.bytes
    for (const algorithm of algorithms) digests[algorithm].set(file.path, digestOf(written, algorithm))
  }
  const tagFiles = new Map([
    ...bagFiles({ ...facts, payloadBytes, payloadFiles: payload.length }),
    ['manifest-sha256.txt', manifestText(digests.sha256)],
    ['manifest-sha512.txt', manifestText(digests.sha512)],
  ])
  const tagDigests = new Map<string, string>()
  const putTag = async (path: string, text: string): Promise<string> => {
    const encoded = Buffer.from(text, 'utf8')
    return digestOf(await put(path, once(encoded), encoded.byteLength), 'sha256')
  }
  for (const [path, text] of tagFiles) tagDigests.set(path, await putTag(path, text))
  const tagManifest = manifestText(tagDigests)
  const sha256 = await putTag('tagmanifest-sha256.txt', tagManifest)
  // What is signed cannot name its signature: this one file stands in no manifest.
  if (options.sign) await putTag(signatureFile, await options.sign(Buffer.from(tagManifest, 'utf8')))
  return { payloadBytes, payloadFiles: payload.length, sha256 }
}
