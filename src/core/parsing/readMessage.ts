import * as z from 'zod'
import { largestPart } from './types'

const id = z.int()

const message = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('read'),
    id,
    at: z.int().nonnegative(),
    length: z.int().nonnegative().max(largestPart),
  }),
  z.strictObject({ type: z.literal('inner'), id, name: z.string().max(100_000) }),
  z.strictObject({
    type: z.literal('inner-part'),
    id,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= largestPart),
    last: z.boolean(),
  }),
  z.strictObject({ type: z.literal('inner-failed'), id }),
  z.strictObject({ type: z.literal('answer'), id, json: z.instanceof(Uint8Array), last: z.boolean() }),
])

export type ProcessMessage = z.infer<typeof message>

/** A message of the process, if it is one; what it says is not believed yet. */
export const readMessage = (foreign: unknown): ProcessMessage | undefined => {
  const read = message.safeParse(foreign)
  return read.success ? read.data : undefined
}
