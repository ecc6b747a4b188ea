import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Texts beside the checkout that are not part of the project. Only for tests, which are not registered without them. */
const shared = process.env.CUTTINGS_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')

/** Paths of the shared files in a folder with an ending; none where the folder is absent. */
export const sharedFiles = (folder: string, ending: string): readonly string[] => {
  const place = join(shared, folder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(place, name))
}
