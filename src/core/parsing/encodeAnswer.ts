import type { ParserAnswer } from './types'

/** The answer as JSON in UTF-8 over a buffer of its own, so that it can be transferred. */
export const encodeAnswer = (answer: ParserAnswer): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(answer))
