import * as z from 'zod'
import { isErrorCode } from '#shared/errors'
import type { ErrorCode } from '#shared/errors'
import { parsedArticle } from '#shared/model/parsed'
import type { Parsed, ParserMessage } from './types'

const errorReport = z.strictObject({
  code: z.custom<ErrorCode>(isErrorCode),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

const mediaType = z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/)

const answer = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('parsed'),
    importer: z.string().regex(/^[a-z][a-z0-9-]*$/),
    mediaType,
    items: z.array(parsedArticle).min(1),
  }),
  z.strictObject({ type: z.literal('refused'), mediaType, error: errorReport }),
])

const isMessage = (message: unknown): message is ParserMessage =>
  typeof message === 'object' &&
  message !== null &&
  'id' in message &&
  typeof message.id === 'number' &&
  'json' in message &&
  message.json instanceof Uint8Array

/** What a process answered to request `id`; undefined for anything else, which counts as no answer at all. */
export const decodeAnswer = (message: unknown, id: number): Parsed | undefined => {
  if (!isMessage(message) || message.id !== id) return undefined
  try {
    return answer.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(message.json)))
  } catch {
    // Whatever is wrong with it, the process that said it is not to be trusted with another file.
    return undefined
  }
}
