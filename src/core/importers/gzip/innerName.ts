import { isUtf8 } from 'node:buffer'

/** Flags of a member's header (RFC 1952, 2.3.1). */
const extraFlag = 4
const nameFlag = 8
const fixedLength = 10

/** The name in the header of the first member; most programs write it in UTF-8 where RFC 1952 says Latin-1. */
const statedName = (head: Uint8Array): string | undefined => {
  const flags = head[3] ?? 0
  if ((flags & nameFlag) === 0) return undefined
  const extra = (flags & extraFlag) === 0 ? 0 : 2 + (head[10] ?? 0) + (head[11] ?? 0) * 256
  const from = fixedLength + extra
  const to = head.indexOf(0, from)
  if (to < 0) return undefined
  const bytes = Buffer.from(head.subarray(from, to))
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1') || undefined
}

/** Endings that say what is inside by themselves. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.t(?:ar\.)?gz$/i, '.tar'],
  [/\.gz(?:ip)?$/i, ''],
]

/** The name of the file inside: as its header states it, or the archive's own without the ending. */
export const innerName = (head: Uint8Array, name: string): string => {
  const stated = statedName(head)
  if (stated !== undefined) return stated
  const [ending, instead] = endings.find(([one]) => one.test(name)) ?? [/$/, '']
  return name.replace(ending, instead) || 'file'
}
