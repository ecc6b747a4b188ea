import iconv from 'iconv-lite'
import { isSymbolFont, symbolCharacter } from '../documents/symbolFont'

/** A font, as far as it says how text in it is read. */
export interface RtfFont {
  /** Undefined where it is the document's. */
  readonly charset: string | undefined
  readonly isSymbol: boolean
  readonly name: string
}

/** Turns bytes in the charsets of fonts to text: a character may stand in several tokens. */
export interface RtfText {
  readonly addBytes: (bytes: Uint8Array, font: RtfFont | undefined) => void
  /** Adds a UTF-16 code unit. */
  readonly addUnit: (unit: number, font: RtfFont | undefined) => void
  readonly addText: (text: string) => void
  /** What was gathered, as text. */
  readonly take: () => string
  readonly setCharset: (name: string) => void
  readonly charset: () => string
}

/** The part of the area for private use in which signs of symbol fonts are written. */
const isSymbolUnit = (unit: number): boolean => unit >= 0xf020 && unit <= 0xf0ff

const symbolFontName = (font: RtfFont | undefined): string =>
  font && isSymbolFont(font.name) ? font.name : 'Symbol'

export const createRtfText = (): RtfText => {
  let charset = 'windows-1252'
  let font: RtfFont | undefined
  let pending: Uint8Array[] = []
  let done: string[] = []

  const decode = (): void => {
    if (pending.length === 0) return
    const bytes = Buffer.concat(pending)
    pending = []
    const isSymbol = font?.isSymbol === true && isSymbolFont(font.name)
    done.push(
      isSymbol
        ? [...bytes].map((byte) => symbolCharacter(symbolFontName(font), byte)).join('')
        : iconv.decode(bytes, font?.charset ?? charset),
    )
  }
  return {
    addBytes: (bytes, of) => {
      if (of !== font) decode()
      font = of
      pending.push(bytes)
    },
    addUnit: (unit, of) => {
      decode()
      done.push(isSymbolUnit(unit) ? symbolCharacter(symbolFontName(of), unit) : String.fromCharCode(unit))
    },
    addText: (text) => {
      decode()
      done.push(text)
    },
    take: () => {
      decode()
      // Halves of characters that stand alone are none.
      const text = done.join('').replace(/[\ud800-\udfff]/gu, '\ufffd')
      done = []
      return text
    },
    setCharset: (name) => {
      charset = name
    },
    charset: () => charset,
  }
}
