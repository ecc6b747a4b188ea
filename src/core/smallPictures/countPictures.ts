import type { Sha256 } from '#shared/model/scalars'
import type { Archive } from '../store/types'
import { createPictureList, pictureListPath } from './pictureList'

/** Photos read at once. */
const slice = 1000

export interface PictureCounts {
  /** Pictures that are held, each counted once. */
  readonly photos: number
  readonly made: number
  readonly impossible: number
}

/** How many of the pictures were made small, and of how many that can't be done. Reads only. */
export const countPictures = async ({ catalogue, layout }: Archive): Promise<PictureCounts> => {
  const list = createPictureList(pictureListPath(layout), () => undefined)
  const seen = new Set<Sha256>()
  let [made, impossible] = [0, 0]
  for (let after = 0; ;) {
    const some = catalogue.duplicates.photos(after, slice)
    for (const { original } of some) {
      if (original === undefined || seen.has(original)) continue
      seen.add(original)
      const entry = await list.get(original)
      if (entry?.state === 'ready') made += 1
      else if (entry) impossible += 1
    }
    after = some.at(-1)?.place ?? 0
    if (some.length < slice) return { photos: seen.size, made, impossible }
  }
}
