import type { FileName } from '#shared/model/original'

/** Control characters, bidirectional controls, and characters without a width: what could make a name look like another. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** A name as it came, and as it is safe to show: hidden characters are written out as `<U+202E>`. */
export const fileNameOf = (raw: string): FileName => ({ raw, display: displayName(raw) })

export const displayName = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(
      hidden,
      (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
