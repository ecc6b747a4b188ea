import { UnreadablePack, type DroppedPack, type PackEntry } from './types'

/**
 * Finds the pack in what was dropped: at its top, or in one folder of it. What stands beside that folder keeps its whole path
 * with `../` in front, and so counts as added.
 */
export const packRoot = (name: string, files: ReadonlyMap<string, PackEntry>): DroppedPack => {
  if (files.has('bagit.txt')) return { name, files }
  const roots = [...files.keys()].filter((path) => /^[^/]+\/bagit\.txt$/.test(path))
  const [root] = roots
  if (root === undefined || roots.length > 1)
    throw new UnreadablePack(
      roots.length > 1
        ? 'There is more than one pack in this folder. Choose the folder of one of them.'
        : 'There is no pack here. Choose the folder in which the file bagit.txt stands, or the zip.',
    )
  const base = root.slice(0, root.indexOf('/') + 1)
  return {
    name,
    files: new Map(
      [...files].map(([path, entry]) => [
        path.slice(0, base.length) === base ? path.slice(base.length) : `../${path}`,
        entry,
      ]),
    ),
  }
}
