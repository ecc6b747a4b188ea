import { CuttingsError } from '#shared/errors'
import { knownContent } from './knownContent'
import type { Importer } from './types'

/** Bytes at the beginning that recognition looks at. */
export const headLength = 64 * 1024

/** The importer that is surest that these are its bytes; undefined where none is. The name is only a hint. */
export const recognise = (
  importers: readonly Importer[],
  head: Uint8Array,
  name: string,
): Importer | undefined => {
  let best: { readonly importer: Importer; readonly score: number } | undefined
  for (const importer of importers) {
    const score = importer.recognise(head, name)
    if (score > (best?.score ?? 0)) best = { importer, score }
  }
  return best?.importer
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * Which importer reads a file, or why none does: `empty`; `not-text` where the name says text and the content does not;
 * else `unknown-format`. `mediaType` is that of the content as far as it is known.
 */
export const findFormat = (
  importers: readonly Importer[],
  bytes: Uint8Array,
  name: string,
): { readonly importer: Importer } | { readonly error: CuttingsError; readonly mediaType: string } => {
  if (bytes.length === 0) return { error: new CuttingsError('empty'), mediaType: 'application/octet-stream' }
  const head = bytes.subarray(0, headLength)
  const importer = recognise(importers, head, name)
  if (importer) return { importer }
  const { found, mediaType } = knownContent(head)
  const extension = extensionOf(name)
  const saysText = importers.some(
    (one) => one.mediaType.startsWith('text/') && one.extensions.includes(extension),
  )
  return { error: new CuttingsError(saysText ? 'not-text' : 'unknown-format', { found }), mediaType }
}
