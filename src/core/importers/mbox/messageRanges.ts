import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'
import { partSize } from '../zip/rangeParts'
import { isMailboxLine, longestLine } from './mailboxLine'

/** Messages of one mailbox, at most. */
export const mostMessages = 100_000

/** Where a message stands in its mailbox, without the line before it and the blank one after it. */
export interface MessageRange {
  readonly from: number
  readonly to: number
}

/** A line that parts messages: where the one before ends, and where the next begins. */
interface Separator {
  readonly endsAt: number
  readonly beginsAt: number
}

const lineFeed = 0x0a
const mark = Buffer.from('\nFrom ')

/** Where a blank line begins that ends before `at`, which is the beginning of a line; undefined where there is none. */
const blankBefore = (bytes: Buffer, at: number): number | undefined => {
  const from = bytes[at - 2] === 0x0d ? at - 2 : at - 1
  return bytes[at - 1] === lineFeed && from > 0 && bytes[from - 1] === lineFeed ? from : undefined
}

const separatorAt = (bytes: Buffer, at: number): Separator | undefined => {
  const end = bytes.indexOf(lineFeed, at)
  const lineEnd = end < 0 ? bytes.length : end
  if (lineEnd - at > longestLine || !isMailboxLine(bytes.toString('latin1', at, lineEnd))) return undefined
  return { endsAt: at, beginsAt: Math.min(lineEnd + 1, bytes.length) }
}

/** Goes through a mailbox from part to part; at most one of them is held. */
async function* separators(source: ByteSource): AsyncGenerator<Separator> {
  let base = 0
  let held = Buffer.from(await source.read(0, partSize))
  const first = separatorAt(held, 0)
  if (first) yield first
  for (;;) {
    const isLast = base + held.length >= source.size
    // A line that may go on in the next part is looked at there.
    const within = isLast ? held.length : held.length - longestLine - mark.length
    for (let at = held.indexOf(mark); at >= 0 && at < within; at = held.indexOf(mark, at + 1)) {
      const blank = blankBefore(held, at + 1)
      const found = blank === undefined ? undefined : separatorAt(held, at + 1)
      if (found && blank !== undefined) yield { endsAt: base + blank, beginsAt: base + found.beginsAt }
    }
    if (isLast) return
    // Three bytes before the line are needed to see whether a blank one stands there.
    const kept = held.subarray(Math.max(0, within - 3))
    base += held.length - kept.length
    const next = await source.read(base + kept.length, partSize)
    if (next.length === 0) return
    held = Buffer.concat([kept, next])
  }
}

/** The blank line at the end of a mailbox belongs to it, not to its last message. */
const endOf = async (source: ByteSource): Promise<number> => {
  const tail = Buffer.from(await source.read(Math.max(0, source.size - 3), 3))
  return source.size - (tail.length - (blankBefore(tail, tail.length) ?? tail.length))
}

/** The messages of a mailbox, one after another. Throws `limit`, and `damaged-file` where there is no message. */
export async function* messageRanges(source: ByteSource): AsyncGenerator<MessageRange> {
  let from: number | undefined
  let count = 0
  const counted = (range: MessageRange): MessageRange => {
    count += 1
    if (count > mostMessages) throw new CuttingsError('limit', { what: 'messages', most: mostMessages })
    return range
  }
  for await (const { endsAt, beginsAt } of separators(source)) {
    if (from !== undefined) yield counted({ from, to: Math.max(from, endsAt) })
    from = beginsAt
  }
  if (from === undefined)
    throw new CuttingsError('damaged-file', { reason: 'no line in it says where a message begins' })
  yield counted({ from, to: Math.max(from, await endOf(source)) })
}
