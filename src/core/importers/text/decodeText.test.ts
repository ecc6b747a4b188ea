import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decodeText'

const text =
  'Über den Fluss\n\nEin Satz, der mit „Anführungszeichen“ beginnt und lang genug ist, um erkannt zu werden.\n'
const decoded = (bytes: Uint8Array): string => [...decodeText(bytes).chunks()].join('')

describe('decodeText', () => {
  for (const charset of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])
    it(`believes a byte order mark (${charset})`, () => {
      const bytes = iconv.encode(`\ufeff${text}`, charset, { addBOM: false })
      expect(decodeText(bytes).charset).toEqual({ name: charset, confidence: 1, bom: true })
      expect(decoded(bytes)).toBe(text)
    })

  for (const charset of ['utf-8', 'utf-16le', 'utf-16be'])
    it(`recognises Unicode without a mark (${charset})`, () => {
      const bytes = iconv.encode(text, charset)
      expect(decodeText(bytes).charset).toMatchObject({ name: charset, bom: false })
      expect(decoded(bytes)).toBe(text)
    })

  it('reads what Windows wrote, and says that a short text is a guess', () => {
    const bytes = iconv.encode('Café “Über”', 'windows-1252')
    expect(decoded(bytes)).toBe('Café “Über”')
    expect(decodeText(bytes).doubts).toMatchObject([{ field: 'charset' }])
  })

  const others: readonly (readonly [string, string])[] = [
    ['shift_jis', '日本語の記事です。これは文字コードの試験です。新聞のニュースを読みます。'],
    ['euc-kr', '한국어 기사입니다. 이것은 문자 집합의 시험입니다. 신문 기사를 읽습니다.'],
    ['windows-1251', 'Это статья на русском языке, и она достаточно длинная, чтобы узнать кодировку.'],
  ]
  for (const [charset, words] of others)
    it(`recognises ${charset}`, () => {
      const bytes = iconv.encode(words, charset)
      expect(decodeText(bytes).charset.name).toBe(charset)
      expect(decoded(bytes)).toBe(words)
    })

  it('cuts no character at the border of two chunks', () => {
    const long = 'ä€😀'.repeat(200_000)
    expect(decoded(Buffer.from(long)) === long).toBe(true)
    expect(decoded(Buffer.from(`\ufeff${long}`, 'utf16le')) === long).toBe(true)
  })

  const refusals: readonly (readonly [string, Uint8Array, string])[] = [
    ['no bytes', new Uint8Array(0), 'empty'],
    ['NUL bytes', Buffer.from('text\0text'), 'not-text'],
    ['control characters', Buffer.from('\u0001\u0002\u0003text'), 'not-text'],
    ['NUL characters after a mark', Buffer.from('\ufeffa\0b', 'utf16le'), 'not-text'],
  ]
  for (const [what, bytes, code] of refusals)
    it(`refuses ${what}`, () => expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code })))
})
