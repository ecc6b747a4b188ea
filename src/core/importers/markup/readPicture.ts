import { isTag, type Element } from 'domhandler'
import type { ParsedSlot } from '#shared/model/parsed'
import { cleanText } from '../text/cleanText'
import { readPhotoCredit } from '../text/readPhotoCredit'
import { elementsNamed, textInside } from './elements'

export interface PictureOptions {
  /** Address of the page, against which relative addresses are read. */
  readonly base?: string | undefined
  /** The name under which the picture's bytes come along, inside the same file or beside it. */
  readonly pictureOf?: (address: string) => string | undefined
}

type Slot = Omit<ParsedSlot, 'number' | 'placedAfter' | 'placement'>

/** Smaller than this (pixels, where the page says) it is a counter, an icon or a line. */
const smallest = 24

const wordsOf = (text: string | undefined): string | undefined =>
  cleanText((text ?? '').replace(/\s+/g, ' ')) || undefined

const isTiny = ({ attribs }: Element): boolean =>
  [attribs['width'], attribs['height']].some(
    (size) => size !== undefined && /^\d+(?:px)?$/.test(size.trim()) && Number.parseInt(size, 10) < smallest,
  )

/** Where the picture is, by the page, the likeliest first: pages that load late keep it in another attribute. */
const addressesOf = ({ attribs }: Element): string[] => {
  const set = attribs['srcset'] ?? attribs['data-srcset']
  const stated = [attribs['data-src'], attribs['data-original'], attribs['src'], attribs['xlink:href']]
  const all = [...stated, firstOf(set)].flatMap((address) => address?.trim() || [])
  const isData = (address: string): boolean => address.startsWith('data:')
  return [...all.filter((address) => !isData(address)), ...all.filter(isData)]
}

/** The first address of a `srcset`; only its beginning is looked at. */
const firstOf = (set: string | undefined): string | undefined =>
  set
    ?.slice(0, 8000)
    .trim()
    .split(/,\s|\s/, 1)[0]

const resolved = (address: string, base: string | undefined): string => {
  const full = base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address
  return full.slice(0, 4000)
}

/** A picture of a page as a slot; undefined where it shows nothing of the article. */
export const readPicture = (element: Element, { base, pictureOf }: PictureOptions): Slot | undefined => {
  if (isTiny(element)) return undefined
  const addresses = addressesOf(element)
  const [address] = addresses
  const altText = wordsOf(element.attribs['alt'])
  // A page that was saved holds its copy in one attribute, and the address from which it came in another.
  const [picture] = addresses.flatMap((one) => pictureOf?.(one) ?? [])
  const isData = address?.startsWith('data:') === true
  if (address === undefined || (isData && picture === undefined)) return undefined
  return {
    ...(altText ? { altText } : {}),
    ...(isData ? {} : { address: resolved(address, base) }),
    ...(picture === undefined ? {} : { picture }),
  }
}

const isCredit = ({ attribs }: Element): boolean =>
  /(?:^|[\s_-])(?:credits?|copyright|attribution|photographer)(?:$|[\s_-])/i.test(attribs['class'] ?? '') ||
  /\b(?:creditText|copyrightHolder|author)\b/.test(attribs['itemprop'] ?? '')

/** Takes the credit out of a caption: what is marked as such, or a last line in one of the usual spellings. */
const partCaption = (caption: Element | undefined): Pick<Slot, 'caption' | 'credit'> => {
  if (!caption) return {}
  const marked = [caption, ...elementsInside(caption)].slice(1).find(isCredit)
  const credit = marked && wordsOf(textInside(marked))
  const whole = wordsOf(textInside(caption))
  if (credit && whole) {
    const rest = wordsOf(whole.replace(credit, ''))
    return { ...(rest ? { caption: rest } : {}), credit }
  }
  const alone = whole && readPhotoCredit(whole)
  if (alone) return { credit: alone }
  return whole ? { caption: whole } : {}
}

const elementsInside = (element: Element): Element[] =>
  element.children.filter(isTag).flatMap((child) => [child, ...elementsInside(child)])

/** The pictures of a `figure`, each with its caption and credit. */
export const readFigure = (figure: Element, options: PictureOptions): Slot[] => {
  const [caption] = elementsNamed(figure, 'figcaption')
  const parted = partCaption(caption)
  const seen = new Set<string>()
  return elementsNamed(figure, 'img').flatMap((picture) => {
    const slot = readPicture(picture, options)
    const key = slot?.picture ?? slot?.address ?? ''
    if (!slot || seen.has(key)) return []
    seen.add(key)
    return [{ ...slot, ...parted }]
  })
}
