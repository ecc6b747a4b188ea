import type { OpenRequest } from '#core/process/messages'
import type { Settings } from './settings'

/**
 * Which archive to open at start. The first start of all makes the user's own one and brings the bundled pack into it (the
 * core sees to it that this happens once, and only where nothing is held yet); from then on it is the last one that was
 * open, which is never made anew: where it is missing, that is said.
 */
export const firstArchive = (
  settings: Settings,
  own: { readonly path: string; readonly exists: boolean },
  bundledPack: string | undefined,
): OpenRequest => {
  if (settings.lastArchive !== undefined && settings.ownArchive === own.path)
    return { archive: settings.lastArchive, create: false }
  return {
    archive: own.path,
    create: !own.exists,
    ...(bundledPack === undefined ? {} : { bundledPack }),
  }
}
