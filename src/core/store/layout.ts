import { join } from 'node:path'

/** Names inside an archive's folder (format 1). Nothing of a user's text ever becomes part of a path. */
export interface Layout {
  readonly folder: string
  readonly marker: string
  /** The marker of an archive that is being made; renamed to `marker` as the last step. */
  readonly unfinishedMarker: string
  readonly readme: string
  readonly catalogue: string
  readonly lock: string
  /** Locked for the moment in which a dead writer's lock is taken; an empty file, which stays. */
  readonly takeover: string
  readonly originals: string
  readonly staging: string
  readonly quarantine: string
  readonly derived: string
  readonly backups: string
}

export const archiveLayout = (folder: string): Layout => ({
  folder,
  marker: join(folder, 'archive.json'),
  unfinishedMarker: join(folder, 'archive.json.new'),
  readme: join(folder, 'README.txt'),
  catalogue: join(folder, 'catalogue.sqlite'),
  lock: join(folder, 'lock.json'),
  takeover: join(folder, 'lock.taking'),
  originals: join(folder, 'originals'),
  staging: join(folder, 'staging'),
  quarantine: join(folder, 'quarantine'),
  derived: join(folder, 'derived'),
  backups: join(folder, 'backups'),
})

export const layoutFolders = (layout: Layout): readonly string[] => [
  layout.originals,
  layout.staging,
  layout.quarantine,
  layout.derived,
  join(layout.derived, 'index'),
  join(layout.derived, 'thumbs'),
  join(layout.derived, 'text'),
  layout.backups,
]
