import { isTag, type Element } from 'domhandler'
import type { ParsedSlot } from '#shared/model/parsed'
import { cleanText } from '../text/cleanText'
import { readPhotoCredit } from '../text/readPhotoCredit'
import { captionLines } from './captionLines'
import { elementsNamed, localName } from './elements'

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

/** The first element inside that is one; without recursion. */
const firstInside = (within: Element, isOne: (element: Element) => boolean): Element | undefined => {
  const waiting = [...within.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue
    if (isOne(node)) return node
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  return undefined
}

/** Brackets that held the credit, with nothing left in them but what named it: '(Photo: )'. */
const emptied = /\s{0,9}[([]\s{0,9}(?:[^()[\]]{1,30}[:：])?\s{0,9}[)\]]$/u

/** Takes the credit out of the words of a figure: what is marked as such, or a last line in one of the usual spellings. */
const partWords = (figure: Element): Pick<Slot, 'caption' | 'credit'> => {
  const [caption = figure] = elementsNamed(figure, 'figcaption')
  const marked = firstInside(caption, isCredit) ?? firstInside(figure, isCredit)
  const credit = marked && captionLines(marked).join(' ')
  if (credit) {
    const rest = captionLines(caption, marked).join(' ').replace(emptied, '')
    return { ...(rest === '' ? {} : { caption: rest }), credit }
  }
  const lines = captionLines(caption)
  const last = lines.at(-1)
  const printed = last === undefined ? undefined : readPhotoCredit(last)
  const rest = (printed === undefined ? lines : lines.slice(0, -1)).join(' ')
  return { ...(rest === '' ? {} : { caption: rest }), ...(printed === undefined ? {} : { credit: printed }) }
}

/**
 * The pictures of a `figure`, each with its caption and credit; none where it holds figures, which speak for themselves. A
 * figure without a caption has the words in it for one.
 */
export const readFigure = (figure: Element, options: PictureOptions): Slot[] => {
  if (firstInside(figure, (element) => localName(element) === 'figure')) return []
  const parted = partWords(figure)
  const seen = new Set<string>()
  return elementsNamed(figure, 'img').flatMap((picture) => {
    const slot = readPicture(picture, options)
    const key = slot?.picture ?? slot?.address ?? ''
    if (!slot || seen.has(key)) return []
    seen.add(key)
    return [{ ...slot, ...parted }]
  })
}
