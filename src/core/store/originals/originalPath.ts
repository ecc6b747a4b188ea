import { join } from 'node:path'
import type { Sha256 } from '#shared/model/scalars'
import type { Layout } from '../layout'

/** `originals/ab/cd/<sha256>`: no extension and no user text. */
export const originalPath = (layout: Layout, sha256: Sha256): string =>
  join(layout.originals, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** The folders whose names lead to an original, innermost first. */
export const originalFolders = (layout: Layout, sha256: Sha256): readonly [string, string, string] => [
  join(layout.originals, sha256.slice(0, 2), sha256.slice(2, 4)),
  join(layout.originals, sha256.slice(0, 2)),
  layout.originals,
]
