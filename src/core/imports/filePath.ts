import { isUtf8 } from 'node:buffer'
import { basename, join, sep } from 'node:path'
import type { FilePath } from '../store/types'

/** Bytes of the longest character in UTF-8. */
const longest = 4

const byteName = (byte: number): string => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`

/**
 * Bytes of a name as text. A file system may hold names that are no UTF-8, which no text can: what is none is written out
 * byte by byte, as `<0xE9>`, and the rest stays as it is.
 */
export const textOfBytes = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString()
  let text = ''
  for (let at = 0; at < bytes.length;) {
    let length = 1
    while (length <= longest && !isUtf8(bytes.subarray(at, at + length))) length += 1
    const isCharacter = length <= longest && at + length <= bytes.length
    text += isCharacter ? bytes.toString('utf8', at, at + length) : byteName(bytes[at] ?? 0)
    at += isCharacter ? length : 1
  }
  return text
}

export const textOfPath = (path: FilePath): string => (typeof path === 'string' ? path : textOfBytes(path))

/** The last name of a path, as text. */
export const nameOfPath = (path: FilePath): string => {
  if (typeof path === 'string') return basename(path)
  return textOfBytes(path.subarray(path.lastIndexOf(sep) + 1))
}

/** A path inside a folder: bytes only where text can't say it. */
export const pathInside = (folder: FilePath, name: Buffer): FilePath =>
  typeof folder === 'string' && isUtf8(name)
    ? join(folder, name.toString())
    : Buffer.concat([Buffer.from(folder), Buffer.from(sep), name])
