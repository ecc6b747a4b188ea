import { isTag, type ChildNode, type Element } from 'domhandler'
import type { ParsedSlot } from '#shared/model/parsed'
import { localName } from '../markup/elements'
import { readFigure, readPicture, type PictureOptions } from '../markup/readPicture'
import { elementNear } from './shortText'

type Slot = Omit<ParsedSlot, 'number' | 'placedAfter' | 'placement'>

/** Shorter names of files (`1.jpg`) are those of many pictures. */
const shortestName = 6

/** The name of a picture's file: sites give the same picture in many sizes, by other folders and queries. */
const nameOf = (address: string | undefined): string => {
  const path = address?.slice(0, 4000).replace(/[?#].*$/s, '') ?? ''
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return name.length < shortestName ? '' : name
}

const attributes = ['src', 'data-src', 'data-original', 'srcset', 'data-srcset']

const isOneOf =
  (names: ReadonlySet<string>) =>
  ({ name, attribs }: Element): boolean =>
    name === 'img' && attributes.some((key) => names.has(nameOf(attribs[key]?.trim().split(/\s/, 1)[0])))

/** A figure around the picture has its caption; figures are met before what is in them. */
const slotsOf = (
  element: Element,
  fits: (inner: Element) => boolean,
  options: PictureOptions,
): readonly Slot[] => {
  if (localName(element) === 'figure' && elementNear(element, fits))
    return readFigure(element, options).slice(0, 1)
  const slot = fits(element) ? readPicture(element, options) : undefined
  return slot ? [slot] : []
}

/**
 * The picture that a page states as its own (`og:image`, JSON-LD `image`) where the page shows it too: as a rule above the
 * text, where it is not part of what Readability finds. `shown` are the slots that the text has.
 */
export const findLeadPicture = (
  page: readonly ChildNode[],
  stated: readonly string[],
  shown: readonly Slot[],
  options: PictureOptions,
): Slot | undefined => {
  const names = new Set(stated.map(nameOf).filter(Boolean))
  const isShown = shown.some(
    ({ address, picture }) => names.has(nameOf(address)) || names.has(nameOf(picture)),
  )
  if (names.size === 0 || isShown) return undefined
  const fits = isOneOf(names)
  const waiting = [...page].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node) || /^(?:head|nav|footer|aside|noscript)$/.test(node.name)) continue
    const [slot] = slotsOf(node, fits, options)
    if (slot) return slot
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  return undefined
}
