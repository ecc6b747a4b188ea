import { join } from 'node:path'
import type { Sha256 } from '#shared/model/scalars'
import { archiveLayout } from '#core/store/layout'

/** Where an original of this archive is, for a host that shows it; only ever read. */
export const originalPath = (archive: string, sha256: Sha256): string =>
  join(archiveLayout(archive).originals, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** Where the small picture of an original is, once it was made. */
export const smallPicturePath = (archive: string, sha256: Sha256): string =>
  join(archiveLayout(archive).derived, 'thumbs', sha256.slice(0, 2), `${sha256}.webp`)
