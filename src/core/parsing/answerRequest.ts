import { CuttingsError } from '#shared/errors'
import { findFormat } from '../importers/findFormat'
import type { Importer } from '../importers/types'
import type { ParserAnswer } from './types'

const parseAs = (importer: Importer, bytes: Uint8Array, name: string): ParserAnswer => {
  const { mediaType } = importer
  try {
    if (bytes.length > importer.limit)
      throw new CuttingsError('too-large', {
        bytes: bytes.length,
        format: importer.name,
        limit: importer.limit,
      })
    return { type: 'parsed', importer: importer.id, mediaType, items: importer.parse(bytes, name) }
  } catch (error) {
    if (error instanceof CuttingsError) return { type: 'refused', mediaType, error: error.toReport() }
    throw error
  }
}

/** Recognises and reads one file. Throws only where an importer has a fault of its own, which ends the process. */
export const answerRequest = (
  importers: readonly Importer[],
  bytes: Uint8Array,
  name: string,
): ParserAnswer => {
  const found = findFormat(importers, bytes, name)
  return 'error' in found
    ? { type: 'refused', mediaType: found.mediaType, error: found.error.toReport() }
    : parseAs(found.importer, bytes, name)
}
