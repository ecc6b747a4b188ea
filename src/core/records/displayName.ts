import type { FileName } from '#shared/model/original'

/** Control characters, bidirectional controls, and characters without a width: what could make a name look like another. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const written = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/**
 * A name as it came, and as it is safe to show: hidden characters are written out as `<U+202E>`. Half a surrogate pair,
 * which is no text and which neither catalogue nor pack can hold, is written out in both.
 */
export const fileNameOf = (raw: string): FileName => ({
  raw: raw.replace(/\p{Cs}/gu, written),
  display: displayName(raw),
})

export const displayName = (raw: string): string => raw.normalize('NFC').replace(hidden, written)
