import type { ArchiveOutputs } from '#shared/contract/archive'
import type { Photo } from '#shared/model/photo'
import type { Sha256 } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import { differingBits, nearPictures } from '../pictures/nearPictures'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import type { SmallPictures } from './createSmallPictures'

/** Photos that are named. */
const most = 20

/** Photos whose picture looks like that of another, as far as small pictures were made of both. */
export const similarPhotos = async (
  photo: Photo,
  catalogue: Catalogue,
  pictures: SmallPictures,
): Promise<ArchiveOutputs['photos']['similar']> => {
  if (photo.original === undefined) return []
  const hashes = await pictures.hashes()
  const own = hashes.get(photo.original)
  if (own === undefined) return []
  const pause = createPauses()
  const near: { readonly sha256: Sha256; readonly distance: number }[] = []
  for (const [sha256, hash] of hashes) {
    if (sha256 !== photo.original && nearPictures(own, hash))
      near.push({ sha256, distance: differingBits(own, hash) })
    await pause()
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .flatMap(({ sha256, distance }) =>
      catalogue.itemsOf(sha256).flatMap((id) => {
        const record = catalogue.record(id)
        return record?.kind === 'photo' ? [{ id, title: titleOf(record), distance }] : []
      }),
    )
    .slice(0, most)
}
