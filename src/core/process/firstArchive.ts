import type { OpenRequest } from './messages'

/** Which archive a host had open last, and where the user's own one was to be then. */
export interface LastArchive {
  readonly lastArchive?: string | undefined
  readonly ownArchive?: string | undefined
}

/**
 * Which archive to open at start. The first start of all makes the user's own one and brings the bundled pack into it (the
 * core sees to it that this happens once, and only where nothing is held yet); from then on it is the last one that was
 * open, which is never made anew: where it is missing, that is said.
 */
export const firstArchive = (
  settings: LastArchive,
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
