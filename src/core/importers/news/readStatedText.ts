import { isTag, type ChildNode, type Element } from 'domhandler'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { childElements, localName, textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'
import { readBlocks } from '../markup/readBlocks'
import { takeLine } from '../text/takeLine'
import { toUnits } from '../text/toUnits'
import { oneLine } from './oneLine'
import { pictureBeside } from '../markup/pictureBeside'
import type { StatedText } from './statedItem'

export interface StatedTextOptions {
  readonly base?: string | undefined
  /** A heading that only repeats it is left out. */
  readonly headline?: string | undefined
}

const isHeading = (element: Element): boolean => /^(?:h[1-3]|hl1)$/.test(localName(element))

/**
 * The line of topic and service that TT (Sweden) puts between headline and text: two words in elements of their own,
 * without a space between them.
 */
const vignetteOf = (element: Element): string | undefined => {
  if (localName(element) !== 'div' || element.attribs['class'] !== 'dat') return undefined
  return oneLine(childElements(element).map(textInside).join(' '))
}

const readPlain = (text: string, draft: ArticleDraft, { headline }: StatedTextOptions): void => {
  const { units, guessed } = toUnits(() => [text])
  for (const [index, unit] of units.entries()) {
    if (index === 0 && units.length > 1 && unit.text === headline) continue
    if (!takeLine(draft, unit)) draft.addPassage('paragraph', unit.text)
  }
  if (guessed)
    draft.doubt('passages', 'The lines are wrapped; where a paragraph ends was taken from short lines.')
}

const readNodes = (
  nodes: readonly ChildNode[],
  draft: ArticleDraft,
  { base, headline }: StatedTextOptions,
): void => {
  const isHeadline = (element: Element): boolean =>
    headline !== undefined && isHeading(element) && oneLine(textInside(element)) === headline
  const isVignette = (element: Element): boolean => {
    const line = vignetteOf(element)
    if (line !== undefined) draft.addFurniture(line, 'other')
    return line !== undefined
  }
  readBlocks(nodes, draft, {
    base,
    ...(base === undefined ? { pictureOf: pictureBeside } : {}),
    lines: true,
    skip: (element) => isHeadline(element) || isVignette(element),
  })
}

/** Adds a text to a draft: its paragraphs, headings, pictures and the rest, in order. */
export const readStatedText = (text: StatedText, draft: ArticleDraft, options: StatedTextOptions): void => {
  if (text.form === 'plain') readPlain(text.text, draft, options)
  else readNodes(text.form === 'html' ? parseMarkup(text.text).children : text.nodes, draft, options)
}

/** Adds each paragraph of a text as a summary point; pictures in it come as slots. */
export const readSummary = (text: StatedText, draft: ArticleDraft, options: StatedTextOptions): void => {
  const apart = createArticleDraft()
  readStatedText(text, apart, options)
  const { passages, slots } = apart.parts()
  for (const { text: words, links } of passages) draft.addPassage('summary', words, { links })
  for (const { caption, credit, altText, address, picture } of slots)
    draft.addSlot({
      ...(picture === undefined ? {} : { picture }),
      ...(caption === undefined ? {} : { caption }),
      ...(credit === undefined ? {} : { credit }),
      ...(altText === undefined ? {} : { altText }),
      ...(address === undefined ? {} : { address }),
    })
}

/** Whether a string holds elements, so that it is HTML and not plain text. */
export const holdsMarkup = (text: string): boolean => /<\/?[a-z][a-z0-9:]*[\s/>]/i.test(text)

/** The words of a text in one line; undefined where there are none. */
export const wordsOf = (text: StatedText): string | undefined => {
  if (text.form === 'plain') return oneLine(text.text)
  const nodes = text.form === 'html' ? parseMarkup(text.text).children : text.nodes
  return oneLine(
    nodes.map((node) => (isTag(node) ? textInside(node) : 'data' in node ? node.data : '')).join(' '),
  )
}
