/** What steers a terminal or turns the order of its letters: control characters, bidirectional overrides, line separators. */
const steering = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const lineBreak = /\n/g

const hexOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

const writtenOut = (character: string): string => `<U+${hexOf(character)}>`

/** Text of others as a terminal may be given it: what would steer it is written out, as `<U+001B>`. Its lines stay. */
export const plainText = (text: string): string => text.replace(steering, writtenOut)

/** The same for what has to stay on the line that it stands in, so that nothing in it passes for a line of its own. */
export const plainLine = (text: string): string => plainText(text).replace(lineBreak, writtenOut)

/**
 * One object as one line of JSON, whatever reads it: some readers also end lines at U+2028, and a terminal obeys control
 * characters beyond ASCII, which JSON leaves as they are.
 */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(steering, (character) => `\\u${hexOf(character).toLowerCase()}`)
