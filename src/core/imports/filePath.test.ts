import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { nameOfPath, pathInside, textOfBytes } from './filePath'

describe('a name that is no text', () => {
  it('is written out where it is none, and only there', () => {
    const name = Buffer.concat([
      Buffer.from('Mü'),
      Buffer.from([0xfc]),
      Buffer.from('🌊 caf'),
      Buffer.from([0xe9]),
    ])
    expect(textOfBytes(name)).toBe('Mü<0xFC>🌊 caf<0xE9>')
    expect(textOfBytes(Buffer.from([0xed, 0xa0, 0x80]))).toBe('<0xED><0xA0><0x80>')
    expect(textOfBytes(Buffer.alloc(0))).toBe('')
  })

  it('is text always, and what is text stays as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(textOfBytes(Buffer.from(bytes))).not.toMatch(/\p{Cs}/u)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textOfBytes(Buffer.from(text))).toBe(text)
      }),
    )
  })

  it('is found again by the bytes that it has', () => {
    const name = Buffer.from([0x61, 0xff])
    const path = pathInside(pathInside('/in', Buffer.from('folder')), name)
    expect(path).toEqual(Buffer.from([...Buffer.from('/in/folder/a'), 0xff]))
    expect(nameOfPath(path)).toBe('a<0xFF>')
    expect(pathInside(path, Buffer.from('b'))).toEqual(
      Buffer.from([...Buffer.from('/in/folder/a'), 0xff, 0x2f, 0x62]),
    )
    expect(nameOfPath('/in/b.txt')).toBe('b.txt')
  })
})
