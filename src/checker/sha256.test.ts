import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webSha256 } from './fixtures/smallPack'
import { createSha256, toHex } from './sha256'

const hashOf = (...pieces: readonly Uint8Array[]): string => {
  const hash = createSha256()
  for (const piece of pieces) hash.update(piece)
  return toHex(hash.digest())
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the SHA-256 of the page', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the known answer (FIPS 180-4)', (text, digest) => {
    expect(hashOf(ascii(text))).toBe(digest)
  })

  it('is that of the browser, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), async (pieces) => {
        const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]))
        expect(hashOf(...pieces)).toBe(await webSha256(whole))
      }),
    )
  })
})
