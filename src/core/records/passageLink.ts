import { passageLabel } from '#shared/model/article'
import { id, type Id } from '#shared/model/scalars'

export interface PassageLink {
  readonly archive: Id
  readonly item: Id
  readonly passage?: string
}

/** Reads `cuttings://<archive>/<item>/<label>`, the label being optional. */
export const readPassageLink = (link: string): PassageLink | undefined => {
  const match = /^cuttings:\/\/([^/]+)\/([^/]+)(?:\/([^/]*))?$/.exec(link.trim())
  if (!match) return undefined
  const archive = id.safeParse(match[1]?.toLowerCase())
  const item = id.safeParse(match[2]?.toLowerCase())
  if (!archive.success || !item.success) return undefined
  if (!match[3]) return { archive: archive.data, item: item.data }
  const label = passageLabel.safeParse(match[3])
  return label.success ? { archive: archive.data, item: item.data, passage: label.data } : undefined
}

/** The address of an item, or of a passage of it, that `readPassageLink` reads. */
export const passageLink = ({ archive, item, passage }: PassageLink): string =>
  `cuttings://${archive}/${item}${passage === undefined ? '' : `/${passage}`}`
