import type { Id, Sha256 } from '#shared/model/scalars'
import { nearPictures } from '../pictures/nearPictures'
import type { ComparedPhoto } from '../store/catalogue/alikeness'
import type { DuplicateReader } from '../store/types'
import { createNearHashes } from './nearHashes'
import type { AlikeGroup, AreDifferent } from './types'

/** Photos read at once. */
const slice = 1000

/** Bits of a perceptual hash. */
const hashBits = 64

/** Fields below which equal ones say nothing: cameras write some into every picture. */
const fewFields = 3

/** Fields by which a person described what is to be seen. */
const said = ['headline', 'title', 'description'] as const

export type PhotoSource = Pick<DuplicateReader, 'photos'>

interface Hashed {
  readonly id: Id
  readonly hash?: string | undefined
}

/** In the order of ids, which is that of gathering. */
const readPhotos = async ({ photos }: PhotoSource, pause: () => Promise<void>): Promise<ComparedPhoto[]> => {
  const all: ComparedPhoto[] = []
  for (;;) {
    const some = photos(all.at(-1)?.place ?? 0, slice)
    all.push(...some)
    await pause()
    if (some.length < slice) return all.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

/** Gathers around the first of each group, in the order of ids; what is in a group is in no other. */
const gather = async (
  photos: readonly Hashed[],
  reason: AlikeGroup['reason'],
  near: (at: number) => readonly { readonly at: number; readonly likeness: number }[],
  taken: Set<Id>,
  pause: () => Promise<void>,
): Promise<AlikeGroup[]> => {
  const groups: AlikeGroup[] = []
  for (const [at, { id }] of photos.entries()) {
    if (taken.has(id)) continue
    await pause()
    const others = near(at)
      .flatMap((one) => {
        const other = photos[one.at]
        return other && one.at > at && !taken.has(other.id) ? [{ id: other.id, likeness: one.likeness }] : []
      })
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    if (others.length === 0) continue
    for (const one of [{ id }, ...others]) taken.add(one.id)
    groups.push({ kind: 'photo', reason, members: [{ id, likeness: 1 }, ...others] })
  }
  return groups
}

const fieldsKey = ({ fields, capturedAt }: ComparedPhoto): string | undefined => {
  const parsed = JSON.parse(fields) as Readonly<Record<string, string>>
  const isTold = Object.keys(parsed).length >= fewFields && said.some((name) => parsed[name] !== undefined)
  return isTold ? `${capturedAt ?? ''} ${fields}` : undefined
}

/** Whether pictures say that two photos are of different things, whatever their fields: a series has one caption. */
const lookDifferent = (first: Hashed | undefined, second: Hashed | undefined): boolean =>
  first?.hash !== undefined && second?.hash !== undefined && !nearPictures(first.hash, second.hash)

/** For each photo the places of those with the same fields, itself among them; none where its fields say too little. */
const placesByFields = async (
  photos: readonly ComparedPhoto[],
  pause: () => Promise<void>,
): Promise<readonly (readonly number[])[]> => {
  const places = new Map<string, number[]>()
  const all: number[][] = []
  for (const [at, photo] of photos.entries()) {
    const key = fieldsKey(photo)
    const known = (key === undefined ? undefined : places.get(key)) ?? []
    all.push(known)
    await pause()
    if (key === undefined) continue
    known.push(at)
    places.set(key, known)
  }
  return all
}

/** Photos whose pictures look alike, as far as small ones were made; then those whose fields are all equal. */
export const alikePhotos = async (
  source: PhotoSource,
  hashes: ReadonlyMap<Sha256, string>,
  areDifferent: AreDifferent,
  pause: () => Promise<void>,
): Promise<AlikeGroup[]> => {
  const photos = await readPhotos(source, pause)
  const hashed: Hashed[] = []
  const seen: Hashed[] = []
  for (const { id, original } of photos) {
    const one = { id, hash: original === undefined ? undefined : hashes.get(original) }
    hashed.push(one)
    if (one.hash !== undefined && nearPictures(one.hash, one.hash)) seen.push(one)
    await pause()
  }
  const taken = new Set<Id>()
  const nearHashes = await createNearHashes(
    seen.map(({ hash }) => hash ?? ''),
    pause,
  )
  const byPicture = await gather(
    seen,
    'picture',
    (at) =>
      nearHashes(at)
        .filter((one) => !areDifferent(seen[at]?.id ?? '', seen[one.at]?.id ?? ''))
        .map((one) => ({ at: one.at, likeness: 1 - one.distance / hashBits })),
    taken,
    pause,
  )
  const places = await placesByFields(photos, pause)
  const byFields = await gather(
    hashed,
    'fields',
    (at) =>
      (places[at] ?? [])
        .filter((other) => !areDifferent(hashed[at]?.id ?? '', hashed[other]?.id ?? ''))
        .filter((other) => !lookDifferent(hashed[at], hashed[other]))
        .map((other) => ({ at: other, likeness: 1 })),
    taken,
    pause,
  )
  return [...byPicture, ...byFields]
}
