/** The font Symbol (Adobe's Symbol encoding) from 0x20 on; `�` where Unicode has no character for a sign. */
const symbolLow =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'

/** The same from 0xA0 on. */
const symbolHigh =
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

const symbols: ReadonlyMap<number, string> = new Map([
  ...[...symbolLow].map((sign, index) => [0x20 + index, sign] as const),
  ...[...symbolHigh].map((sign, index) => [0xa0 + index, sign] as const),
])

/** Signs of Wingdings that texts use: ticks, arrows, bullets. */
const wingdings: ReadonlyMap<number, string> = new Map([
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x4a, '☺'],
  [0x4c, '☹'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

export const isSymbolFont = (font: string): boolean => /^(?:symbol|wingdings)$/i.test(font.trim())

/**
 * The character that a sign of a symbol font shows; U+FFFD where it is not known. Programs write such signs as they are or
 * 0xF000 higher, in the area for private use.
 */
export const symbolCharacter = (font: string, code: number): string => {
  const at = code >= 0xf000 ? code - 0xf000 : code
  const found = /^wingdings$/i.test(font.trim()) ? wingdings.get(at) : symbols.get(at)
  return found ?? (at === 0x20 ? ' ' : '\ufffd')
}

/** A text that is set in a symbol font, as it shows. */
export const symbolText = (font: string, text: string): string =>
  [...text].map((sign) => symbolCharacter(font, sign.codePointAt(0) ?? 0)).join('')
