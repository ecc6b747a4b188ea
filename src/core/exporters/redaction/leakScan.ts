import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { CuttingsError } from '#shared/errors'
import { openBag } from '../pack/openBag'
import { packLimits } from '../pack/packLimits'
import { createTermScan, type TermScan } from './createTermScan'
import { decodings, utf16Of } from './decodings'
import { pictureMetadata } from './pictureMetadata'
import type { ProtectedTerm } from './protectedTerm'

/** A file in which something was found that must not leave: how many of the terms, or what else. */
export interface Leak {
  readonly file: string
  readonly terms: number
}

/** Looked at as one piece; the next begins so much before its end that nothing is cut through unseen. */
const pieceLength = 1_000_000
const overlap = 16_384

async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk])
    while (held.length >= pieceLength) {
      yield held.subarray(0, pieceLength)
      isFirst = false
      held = held.subarray(pieceLength - overlap)
    }
  }
  if (held.length > 0 || isFirst) yield held
}

const viewsOf = (piece: Buffer): readonly string[] => {
  const views = [piece.toString('utf8')]
  if (piece.includes(0)) views.push(...utf16Of(piece))
  if (views[0]?.includes('\ufffd')) views.push(piece.toString('latin1'))
  return views
}

const termsIn = (scan: TermScan, piece: Buffer): number =>
  Math.max(0, ...viewsOf(piece).flatMap((view) => decodings(view).map(scan)))

/** Pictures are small enough to be looked at whole; of larger files the beginning says enough. */
const head = async (chunks: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.byteLength
    if (length >= most) break
  }
  return Buffer.concat(parts)
}

const largestPicture = 100_000_000

/** Looks into bytes and into their name. */
const leaksIn = async (
  file: string,
  chunks: () => AsyncIterable<Uint8Array>,
  scan: TermScan,
  signal?: AbortSignal,
): Promise<Leak | undefined> => {
  let terms = Math.max(0, ...decodings(file).map(scan))
  for await (const piece of pieces(chunks())) {
    signal?.throwIfAborted()
    terms = Math.max(terms, termsIn(scan, piece))
    await setImmediate()
  }
  if (terms === 0 && /\.(?:jpe?g|png)$/.test(file) && pictureMetadata(await head(chunks(), largestPicture)))
    terms = 1
  return terms === 0 ? undefined : { file, terms }
}

/**
 * Opens every file of a pack, its tag files, its names, and of a zip all bytes between and after its entries, and looks for
 * what must not leave.
 */
export const findLeaks = async (
  path: string,
  terms: readonly ProtectedTerm[],
  signal?: AbortSignal,
): Promise<readonly Leak[]> => {
  const scan = createTermScan(terms)
  const leaks: Leak[] = []
  const look = async (file: string, chunks: () => AsyncIterable<Uint8Array>): Promise<void> => {
    const leak = await leaksIn(file, chunks, scan, signal)
    if (leak) leaks.push(leak)
  }
  const bag = await openBag(path, packLimits, signal ? { signal } : {})
  try {
    for (const file of bag.files.keys()) await look(file, () => bag.read(file))
    if (bag.outside && leaks.length === 0) await look('the zip itself', bag.outside)
  } finally {
    await bag.close()
  }
  return leaks
}

/** Refuses with `leak-found` where anything is found; the names of the pack itself are looked at too. */
export const refuseLeaks = async (
  path: string,
  destination: string,
  terms: readonly ProtectedTerm[],
  signal?: AbortSignal,
): Promise<void> => {
  const named = Math.max(0, ...decodings(basename(destination)).map(createTermScan(terms)))
  const leaks =
    named > 0 ? [{ file: 'the name of the pack', terms: named }] : await findLeaks(path, terms, signal)
  const [first] = leaks
  if (first)
    throw new CuttingsError('leak-found', { file: first.file, terms: first.terms, files: leaks.length })
}
