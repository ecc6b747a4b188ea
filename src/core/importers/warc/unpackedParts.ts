import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'
import type { ByteParts } from './byteStream'

const partSize = 256 * 1024

/** A file piece by piece. */
export const partsOf = (file: ByteSource): ByteParts => {
  let at = 0
  async function* read(): AsyncGenerator<Uint8Array> {
    while (at < file.size) {
      const part = await file.read(at, Math.min(partSize, file.size - at))
      if (part.length === 0) return
      at += part.length
      yield part
    }
  }
  return {
    [Symbol.asyncIterator]: read,
    leap: (length) => {
      const leapt = Math.min(length, file.size - at)
      at += leapt
      return leapt
    },
  }
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * The parts as they are, or unpacked where they begin as gzip: one member after another, as web archives hold a record in
 * each (WARC 1.1, annex D). What is packed can't be passed over. Throws `damaged-file`.
 */
export const unpackedParts = (parts: ByteParts): ByteParts => {
  let canLeap = false
  async function* read(): AsyncGenerator<Uint8Array> {
    const source = parts[Symbol.asyncIterator]()
    const first = await source.next()
    if (first.done === true) return
    const all = (async function* () {
      yield first.value
      yield* { [Symbol.asyncIterator]: () => source }
    })()
    if (isGzip(first.value)) yield* unpack(all)
    else {
      canLeap = true
      yield* all
    }
  }
  return { [Symbol.asyncIterator]: read, leap: (length) => (canLeap ? (parts.leap?.(length) ?? 0) : 0) }
}

async function* unpack(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(parts)
  const unpacked = packed.pipe(createGunzip())
  packed.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const part of unpacked) yield part as Uint8Array
  } catch (error) {
    if (error instanceof CuttingsError) throw error
    throw new CuttingsError(
      'damaged-file',
      { reason: 'its gzip cannot be unpacked to the end' },
      { cause: error },
    )
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
}
