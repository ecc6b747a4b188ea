import type { ByteWindow } from '../byteWindow'
import { longestBlock } from '../pictureParts'
import { readBoxes, type Box } from './boxes'
import {
  readAssociations,
  readItemEntry,
  readLocations,
  readPrimary,
  type Extent,
  type HeifItem,
} from './itemTables'

/** What the `meta` box of a HEIF picture says (ISO/IEC 23008-12). */
export interface HeifMeta {
  readonly primary: number | undefined
  readonly items: ReadonlyMap<number, HeifItem>
  /** The properties of the primary item, in order. */
  readonly properties: readonly { readonly type: string; readonly bytes: Buffer }[]
  /** The data of an item; undefined where it is nowhere, or longer than any block of metadata may be. */
  readonly dataOf: (id: number) => Promise<Buffer | undefined>
}

/** Bytes of a table or a property that are read, at most. */
const longestTable = 4 * 1024 * 1024

const contentOf = (window: ByteWindow, box: Box): Promise<Buffer> =>
  window.read(box.start, Math.min(box.end - box.start, longestTable))

const readItems = async (window: ByteWindow, iinf: Box): Promise<Map<number, HeifItem>> => {
  const head = await window.read(iinf.start, 8)
  const entries = await readBoxes(window, iinf.start + (head[0] === 0 ? 6 : 8), iinf.end)
  const items = new Map<number, HeifItem>()
  for (const entry of entries) {
    const bytes = await contentOf(window, entry)
    if ((bytes[0] ?? 0) >= 2) items.set(...readItemEntry(bytes))
  }
  return items
}

const readProperties = async (
  window: ByteWindow,
  iprp: Box,
  item: number,
): Promise<HeifMeta['properties']> => {
  const inside = await readBoxes(window, iprp.start, iprp.end)
  const held = inside.find(({ type }) => type === 'ipco')
  const properties = held ? await readBoxes(window, held.start, held.end) : []
  const found: { type: string; bytes: Buffer }[] = []
  for (const table of inside.filter(({ type }) => type === 'ipma'))
    for (const number of readAssociations(await contentOf(window, table)).get(item) ?? []) {
      const property = properties[number - 1]
      if (property) found.push({ type: property.type, bytes: await window.read(property.start, 16) })
    }
  return found
}

const readExtents = async (
  window: ByteWindow,
  extents: readonly Extent[],
  idat: Box | undefined,
): Promise<Buffer | undefined> => {
  const length = extents.reduce((sum, extent) => sum + extent.length, 0)
  if (length === 0 || length > longestBlock) return undefined
  const parts: Buffer[] = []
  for (const { offset, length: part, place } of extents)
    parts.push(await window.read(offset + (place === 'idat' ? (idat?.start ?? window.size) : 0), part))
  return Buffer.concat(parts)
}

export const readMeta = async (window: ByteWindow, meta: Box): Promise<HeifMeta> => {
  const boxes = await readBoxes(window, meta.start + 4, meta.end)
  const boxOf = (type: string): Box | undefined => boxes.find((box) => box.type === type)
  const [pitm, iinf, iprp, iloc] = [boxOf('pitm'), boxOf('iinf'), boxOf('iprp'), boxOf('iloc')]
  const primary = pitm && readPrimary(await contentOf(window, pitm))
  const locations = iloc ? readLocations(await contentOf(window, iloc)) : new Map<number, Extent[]>()
  return {
    primary,
    items: iinf ? await readItems(window, iinf) : new Map<number, HeifItem>(),
    properties: iprp && primary !== undefined ? await readProperties(window, iprp, primary) : [],
    dataOf: (id) => readExtents(window, locations.get(id) ?? [], boxOf('idat')),
  }
}
