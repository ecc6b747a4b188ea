import { basename } from 'node:path'
import * as z from 'zod'
import { CuttingsError } from '#shared/errors'
import { id, timestamp } from '#shared/model/scalars'
import { readSmallFile } from './durableFile'
import type { FileSystem } from './fileSystem'
import type { Layout } from './layout'

/** The format that this program writes: the number of its newest migration. */
export const formatVersion = 8

/**
 * archive.json. Its being there says that this is an archive and that its disk is connected. Fields that a newer
 * format adds are kept unseen.
 */
const markerShape = z.object({
  format: z.literal('cuttings-archive'),
  version: z.int().positive(),
  oldestReader: z.int().positive(),
  oldestWriter: z.int().positive(),
  id,
  createdAt: timestamp,
})

export type Marker = Readonly<z.infer<typeof markerShape>>

export const markerText = (marker: Marker): string => `${JSON.stringify(marker, null, 2)}\n`

export const newMarker = (archiveId: string, now: Date): Marker => ({
  format: 'cuttings-archive',
  version: formatVersion,
  oldestReader: 1,
  oldestWriter: 1,
  id: archiveId,
  createdAt: now.toISOString(),
})

const parseMarker = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CuttingsError('archive-damaged', { reason: 'archive.json is not readable' }, { cause: error })
  }
}

/** Throws `archive-missing` where there is none, `archive-damaged` where it cannot be understood. */
export const readMarker = async (fs: FileSystem, layout: Layout): Promise<Marker> => {
  const text = await readSmallFile(fs, layout.marker)
  if (text === undefined) throw new CuttingsError('archive-missing', { place: basename(layout.folder) })
  const marker = markerShape.safeParse(parseMarker(text))
  if (!marker.success) throw new CuttingsError('archive-damaged', { reason: 'archive.json is not readable' })
  return marker.data
}
