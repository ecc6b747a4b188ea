import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingBits, nearestBits } from '../pictures/nearPictures'
import type { ComparedPhoto } from '../store/catalogue/alikeness'
import { alikePhotos, type PhotoSource } from './alikePhotos'
import { areDifferentBy } from './areDifferent'
import { createNearHashes } from './nearHashes'

const nobody = areDifferentBy(new Map())
const pause = (): Promise<void> => Promise.resolve()

type Fields = Omit<ComparedPhoto, 'place'>

const sourceOf = (photos: readonly Fields[]): PhotoSource => ({
  photos: (after, limit) =>
    photos.map((photo, at) => ({ ...photo, place: at + 1 })).slice(after, after + limit),
})

const told = JSON.stringify({ creator: 'A', dateCreated: '2024-01-01', headline: 'The quay' })
const find = async (photos: readonly Fields[], hashes: Readonly<Record<string, string>> = {}) =>
  (await alikePhotos(sourceOf(photos), new Map(Object.entries(hashes)), nobody, pause)).map(
    ({ reason, members }) => [reason, members.map(({ id }) => id).join('')],
  )

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const flips = fc.array(fc.nat(63), { maxLength: 14 })
const hex = (value: bigint): string => value.toString(16).padStart(16, '0')

test('finds every hash that is near, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      hash,
      fc.array(flips, { minLength: 1, maxLength: 12 }),
      fc.array(hash, { maxLength: 20 }),
      async (own, near, others) => {
        const changed = near.map((bits) => bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), own))
        const hashes = [own, ...changed, ...others].map(hex)
        const expected = hashes
          .map((one, at) => ({ at, distance: differingBits(hashes[0] ?? '', one) }))
          .filter(({ at, distance }) => at > 0 && distance <= nearestBits)
        const found = (await createNearHashes(hashes, () => Promise.resolve()))(0).sort((a, b) => a.at - b.at)
        expect(found).toEqual(expected)
      },
    ),
  )
})

test('groups pictures that look alike, whatever their fields', async () => {
  const photos = [
    { id: 'a', original: '1', fields: '{}' },
    { id: 'b', original: '2', fields: told },
    { id: 'c', original: '3', fields: '{}' },
  ]
  const hashes = { 1: 'ffff0000ffff0000', 2: 'ffff0000ffff0001', 3: '0000ffff0000ffff' }
  expect(await find(photos, hashes)).toEqual([['picture', 'ab']])
})

test('groups equal fields that tell something, unless their pictures differ', async () => {
  const equal = [
    { id: 'a', original: '1', fields: told },
    { id: 'b', fields: told },
  ]
  expect(await find(equal)).toEqual([['fields', 'ab']])
  expect(await find(equal.map((photo) => ({ ...photo, fields: '{"make":"A"}' })))).toEqual([])
  const series = [
    { id: 'a', original: '1', fields: told },
    { id: 'b', original: '2', fields: told },
  ]
  expect(await find(series, { 1: 'ffff0000ffff0000', 2: '0000ffff0000ffff' })).toEqual([])
  expect(await find(equal.map((photo, at) => ({ ...photo, capturedAt: String(at) })))).toEqual([])
})

test('blank pictures say nothing', async () => {
  const photos = ['a', 'b'].map((id) => ({ id, original: id, fields: '{}' }))
  expect(await find(photos, { a: '0'.repeat(16), b: '0'.repeat(16) })).toEqual([])
})
