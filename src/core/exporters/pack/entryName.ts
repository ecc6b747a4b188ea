const controlOrDirection = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/**
 * Why a path inside a pack is refused, or undefined. Names are compared as text and never resolved: nothing that could mean
 * another place on any system is let through (RFC 8493, 5.1).
 */
export const unsafeReason = (path: string, depth: number): string | undefined => {
  if (path === '') return 'an empty name'
  if (path.includes('\\')) return 'a backslash in a name'
  if (path.startsWith('/')) return 'an absolute path'
  if (/^[a-zA-Z]:/.test(path)) return 'a path with a drive letter'
  if (path.startsWith('~')) return 'a path that begins with a home folder'
  if (controlOrDirection.test(path)) return 'a control or direction character in a name'
  if (path.includes('\ufffd') || /\p{Cs}/u.test(path)) return 'a name that is not text'
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'a path with empty or dot parts'
  if (parts.length > depth) return `more than ${depth} folders inside each other`
  return undefined
}

const folded = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase()

/** The first two names that some systems take for one: different only by case or Unicode form. */
export const clashingNames = (paths: Iterable<string>): readonly [string, string] | undefined => {
  const seen = new Map<string, string>()
  for (const path of paths) {
    const key = folded(path)
    const other = seen.get(key)
    if (other !== undefined) return [other, path]
    seen.set(key, path)
  }
  return undefined
}

/** A name as it may be shown: what would be obeyed is written out. */
export const shownName = (path: string): string =>
  path.replace(
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
