import { toText } from './tarHeader'

/** What an extended header says of the next file, as far as it matters here. */
export interface PaxFields {
  readonly path?: string
  readonly size?: number
  /** Whether GNU or star left holes out of the file's content. */
  readonly isSparse?: boolean
  /** Its name where `path` is one that GNU made up for it. */
  readonly sparseName?: string
}

const readSize = (value: string): number => {
  const size = /^\d+$/.test(value) ? Number(value) : Infinity
  return Number.isSafeInteger(size) ? size : Infinity
}

const fieldsOf = (key: string, value: string): PaxFields => {
  if (key === 'path') return { path: value }
  if (key === 'size') return { size: readSize(value) }
  if (key === 'GNU.sparse.name') return { sparseName: value, isSparse: true }
  return key.startsWith('GNU.sparse.') || key === 'SCHILY.realsize' ? { isSparse: true } : {}
}

/** Records `length key=value\n` (POSIX.1-2017, pax extended header); undefined where they are damaged. */
export const readPax = (bytes: Uint8Array): PaxFields | undefined => {
  let fields: PaxFields = {}
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at)
    const digits = space < 0 || space - at > 10 ? '' : toText(bytes.subarray(at, space))
    const end = at + Number(digits)
    if (!/^\d+$/.test(digits) || end <= space || end > bytes.length) return undefined
    const equals = bytes.indexOf(0x3d, space)
    if (equals < 0 || equals >= end) return undefined
    const key = toText(bytes.subarray(space + 1, equals))
    fields = { ...fields, ...fieldsOf(key, toText(bytes.subarray(equals + 1, end - 1))) }
    at = end
  }
  return fields
}
