import type { Element } from 'domhandler'
import { textInside } from '../markup/elements'
import { absoluteAddress } from '../news/absoluteAddress'
import { oneLine } from '../news/oneLine'
import type { StatedPicture } from '../news/statedItem'
import { plainLine } from './feedText'
import { named, partsOf, type FeedParts } from './feedNames'

const isPictureType = (type: string | undefined, medium: string | undefined, address: string): boolean => {
  if (medium !== undefined) return medium === 'image'
  if (type !== undefined && type !== '') return type.startsWith('image/')
  return /\.(?:jpe?g|png|gif|webp|avif|tiff?|heic)(?:[?#].*)?$/i.test(address)
}

const lineIn = (parts: FeedParts, name: string): string | undefined => {
  const [element] = named(parts, name)
  return element && oneLine(plainLine(textInside(element)))
}

/** Caption and credit, which stand in the element, in its group, or in the item (Media RSS 1.5.1, optional elements). */
const wordsOf = (places: readonly FeedParts[]): Pick<StatedPicture, 'caption' | 'credit'> => {
  const first = (name: string): string | undefined =>
    places.map((parts) => lineIn(parts, name)).find((line) => line !== undefined)
  const caption = first('media:description') ?? first('media:text') ?? first('media:title')
  const credit = first('media:credit') ?? first('media:copyright')
  return { ...(caption === undefined ? {} : { caption }), ...(credit === undefined ? {} : { credit }) }
}

interface Rendition extends StatedPicture {
  readonly width: number
  /** Of renditions of one picture the same: its address without what states the width. */
  readonly key: string
}

const keyOf = (address: string, width: string | undefined): string => {
  const path = address.replace(/[?#].*$/, '')
  return width === undefined || !/^\d{2,5}$/.test(width) ? path : path.replaceAll(width, '')
}

const renditionOf = (
  element: Element,
  places: readonly FeedParts[],
  base: string | undefined,
): Rendition[] => {
  const { url, type, medium, width } = element.attribs
  const address = (url ?? element.attribs['href'])?.trim()
  const isThumbnail = element.name.endsWith('thumbnail')
  if (!address || (!isThumbnail && !isPictureType(type, medium, address))) return []
  const addresses = [absoluteAddress(address, base)]
  return [{ addresses, width: Number(width) || 0, key: keyOf(address, width), ...wordsOf(places) }]
}

/** Sizes of one picture are one picture, whose largest size comes first. */
const joined = (renditions: readonly Rendition[]): StatedPicture[] => {
  const byKey = new Map<string, Rendition[]>()
  for (const one of renditions) {
    const list = byKey.get(one.key)
    if (list) list.push(one)
    else byKey.set(one.key, [one])
  }
  return [...byKey.values()].flatMap((sizes) => {
    const [largest] = [...sizes].sort((a, b) => b.width - a.width)
    if (!largest) return []
    const { width: _width, key: _key, ...picture } = largest
    return [
      {
        ...picture,
        addresses: [...new Set([...largest.addresses, ...sizes.flatMap((one) => one.addresses)])],
      },
    ]
  })
}

/** The pictures that an item names: those of a `media:group` are sizes of one; thumbnails count where nothing larger does. */
export const feedPictures = (item: FeedParts, base: string | undefined): readonly StatedPicture[] => {
  const groups = named(item, 'media:group').map((group) => {
    const parts = partsOf(group)
    return named(parts, 'media:content').flatMap((one) =>
      renditionOf(one, [partsOf(one), parts, item], base).map((rendition) => ({
        ...rendition,
        key: 'group',
      })),
    )
  })
  const single = named(item, 'media:content', 'rss:enclosure').flatMap((one) =>
    renditionOf(one, [partsOf(one), item], base),
  )
  const pictures = [...groups.flatMap(joined), ...joined(single)]
  if (pictures.length > 0) return pictures
  const holders = [item, ...named(item, 'media:content', 'media:group').map(partsOf)]
  const thumbnails = holders.flatMap((parts) => named(parts, 'media:thumbnail'))
  return thumbnails.slice(0, 1).flatMap((one) => joined(renditionOf(one, [item], base)))
}
