import { relative, sep } from 'node:path'
import type { Original } from '#shared/model/original'
import type { Archive } from '../store/types'

/** How an original is named in what is told of it: its place in the archive, and the name that it came with. */
export const originalSubject = (
  { folder, originals }: Archive,
  { sha256, names: [name] }: Pick<Original, 'sha256' | 'names'>,
) => ({
  name: relative(folder, originals.pathOf(sha256)).split(sep).join('/'),
  sha256,
  ...(name ? { title: name.display } : {}),
})
