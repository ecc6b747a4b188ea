import type { Element } from 'domhandler'
import type { ParsedPhoto } from '#shared/model/parsed'
import { elementsNamed, localName } from '../markup/elements'
import type { StatedItem } from '../news/statedItem'
import { g2Class, g2Photo, g2Picture, hasText, isPictureItem, readG2Item } from './g2Item'
import { childrenNamed } from './g2Values'

const isText = (item: Element): boolean => {
  const type = g2Class(item)
  return hasText(item) || type === 'text' || type === ''
}

/** Identifiers that an element points at, in the order of the text. */
const residrefs = (within: Element, name: string): readonly string[] =>
  elementsNamed(within, name).flatMap(({ attribs }) => attribs['residref'] ?? [])

/** For each text item the picture items that a package puts beside it, or that it links to itself. */
const picturesByText = (
  items: ReadonlyMap<string, Element>,
  packages: readonly Element[],
): ReadonlyMap<Element, readonly Element[]> => {
  const found = new Map<Element, Element[]>()
  const add = (text: Element, refs: readonly string[]): void => {
    const pictures = refs.flatMap((ref) => items.get(ref) ?? []).filter(isPictureItem)
    found.set(text, [...new Set([...(found.get(text) ?? []), ...pictures])])
  }
  for (const pack of packages) {
    const refs = residrefs(pack, 'itemRef')
    const text = refs
      .map((ref) => items.get(ref))
      .find((item) => item && !isPictureItem(item) && isText(item))
    if (text) add(text, refs)
  }
  for (const item of items.values()) if (!isPictureItem(item)) add(item, residrefs(item, 'link'))
  return found
}

/** The items of one kind in a file: the root itself, or those of a message's item sets. */
export const itemsOf = (root: Element, name: string): readonly Element[] => {
  if (localName(root) === name) return [root]
  return childrenNamed(root, 'itemSet').flatMap((set) => childrenNamed(set, name))
}

/** Items that are read, in the order of the file: texts, and pictures that belong to none of them. */
export type G2Record = { readonly stated: StatedItem } | { readonly photo: ParsedPhoto }

/** What a NewsML-G2 file holds: an item, or a message with item sets. Packages say which pictures go with which text. */
export function* readG2(root: Element): Generator<G2Record> {
  const all = itemsOf(root, 'newsItem')
  const byId = new Map(all.map((item) => [item.attribs['guid'] ?? '', item]))
  const pictures = picturesByText(byId, itemsOf(root, 'packageItem'))
  const shown = new Set([...pictures.values()].flat())
  for (const item of all) {
    if (isPictureItem(item)) {
      if (!shown.has(item)) yield { photo: g2Photo(item) }
    } else if (isText(item)) yield { stated: readG2Item(item, (pictures.get(item) ?? []).map(g2Picture)) }
  }
}
