import { expect, it } from 'vitest'
import { createSpaceCount, packSpace, refuseTooMuch } from './packSpace'

const original = (bytes: number) => ({ sha256: 'a'.repeat(64), bytes, mediaType: 'text/plain', names: [] })
const free = (bytes: number) => ({ freeBytes: () => Promise.resolve(bytes) })

it('is half of what is free, and never more than the limit for packs', () => {
  expect(packSpace(1001)).toBe(500)
  expect(packSpace(1e15)).toBe(20_000_000_000)
})

it('refuses what is stated to be more, and lets in what fits', async () => {
  const fresh = { originals: [original(300), original(201)] }
  await expect(refuseTooMuch(free(1000), fresh)).rejects.toMatchObject({ code: 'pack-unsafe' })
  expect(await refuseTooMuch(free(1002), fresh)).toBe(501)
})

it('counts what really comes, over all files', async () => {
  const count = createSpaceCount(10)
  const take = async (bytes: number): Promise<number> => {
    let taken = 0
    async function* chunks() {
      yield new Uint8Array(bytes)
    }
    for await (const chunk of count(chunks())) taken += chunk.byteLength
    return taken
  }
  expect(await take(6)).toBe(6)
  expect(await take(4)).toBe(4)
  await expect(take(1)).rejects.toThrow('half of what is free')
})
