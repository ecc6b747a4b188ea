import { isTag, isText, type ChildNode, type Element } from 'domhandler'
import type { PassageKind } from '#shared/model/article'
import type { ArticleDraft } from '../articleDraft'
import { takeLine } from '../text/takeLine'
import { localName } from './elements'
import { readFigure, readPicture, type PictureOptions } from './readPicture'
import { createWordRun } from './wordRun'

export interface BlocksOptions extends PictureOptions {
  /** Whether lines that name sources, credits and furniture are taken out of the text. */
  readonly lines?: boolean
  /** Page on which the text stands. */
  readonly page?: number
  /** Elements that are left out with all that is in them, beside those that never hold text. */
  readonly skip?: (element: Element) => boolean
}

/** What never holds text of the article, or would run. */
const silent = new Set(
  (
    'script style noscript template head title meta link iframe frame object embed applet svg math canvas audio video ' +
    'map button select option textarea input datalist progress meter dialog'
  ).split(' '),
)

/** What begins and ends a passage. `tr` is one: its cells stand in one line. */
const blocks = new Set(
  (
    'html body address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ' +
    'ul caption'
  ).split(' '),
)

/** A cell that stands in one line with the others of its row. */
const isCell = (element: Element): boolean =>
  /^t[dh]$/.test(localName(element)) &&
  !element.children.some((child) => isTag(child) && blocks.has(localName(child)))

const isFootnote = (element: Element): boolean =>
  footnoteWord.test(
    `${element.attribs['role'] ?? ''} ${element.attribs['epub:type'] ?? ''} ${element.attribs['class'] ?? ''}`,
  )

/** Words of a role or class that say so; a link to a note (`footnote-ref`) and what has notes (`has-footnotes`) are none. */
const footnoteWord =
  /(?:^|\s)(?:doc-)?(?:footnote|endnote|rearnote)s?(?:[-_]+(?:item|text|body|content|list|area|section|block|container)s?)?(?:\s|$)/i

/** What passages inside an element are; undefined where it does not say. */
const kindOf = (element: Element): PassageKind | undefined => {
  if (isFootnote(element)) return 'footnote'
  const name = localName(element)
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (name === 'blockquote') return 'quote'
  if (name === 'li' || name === 'dt' || name === 'dd') return 'listItem'
  if (name === 'figcaption' || name === 'caption') return 'caption'
  return undefined
}

/** Addresses that are kept as data; scripts and the like are not. */
const linkOf = (element: Element, base: string | undefined): string | undefined => {
  const href = element.attribs['href']?.trim()
  if (!href || href.startsWith('#')) return undefined
  const url = URL.parse?.(href, base) ?? (URL.canParse(href, base) ? new URL(href, base) : null)
  return url && /^(?:https?|mailto):$/.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined
}

/** Whether there is a picture in it, which is added. */
const addFigure = (figure: Element, draft: ArticleDraft, options: BlocksOptions): boolean => {
  const slots = readFigure(figure, options)
  for (const slot of slots) draft.addSlot(slot)
  return slots.length > 0
}

/**
 * Adds what a tree of HTML says to a draft, in the order of the text: headings, paragraphs, quotes, list points, captions,
 * footnotes; pictures as slots; links as data. Everything foreign becomes text. Depth is bounded by `parseMarkup`.
 */
export const readBlocks = (
  nodes: readonly ChildNode[],
  draft: ArticleDraft,
  options: BlocksOptions = {},
): void => {
  const run = createWordRun()
  let breaks = 0
  let inPre = 0
  /** Cells that ended since the last words of the passage. */
  let cells = 0
  let hasWords = false
  const more = options.page === undefined ? {} : { page: options.page }

  const flush = (kind: PassageKind): void => {
    breaks = 0
    cells = 0
    hasWords = false
    const words = run.take()
    if (!words) return
    const { text, links } = words
    if (options.lines && kind === 'paragraph' && takeLine(draft, { text, raw: text })) return
    draft.addPassage(kind, text, { ...more, links })
  }

  const addWords = (text: string, url: string | undefined): void => {
    if (text.trim() !== '') {
      // Cells are parted where words stand on both sides: a cell whose paragraphs stand for themselves parts nothing.
      for (; hasWords && cells > 0; cells -= 1) run.add(' | ')
      breaks = 0
      cells = 0
      hasWords = true
    }
    run.add(text, url)
  }

  const visitBreak = (kind: PassageKind): void => {
    breaks += 1
    // Two in a row are how many programs part paragraphs.
    if (breaks >= 2) flush(kind)
    else run.add(' ')
  }

  /** In a text that stands as it was typed, blank lines part paragraphs. */
  const visitPre = (text: string, kind: PassageKind, url: string | undefined): void => {
    for (const [index, part] of text.split(/\n[ \t\r]*\n/).entries()) {
      if (index > 0) flush(kind)
      addWords(part, url)
    }
  }

  const visitElement = (element: Element, kind: PassageKind, url: string | undefined): void => {
    const name = localName(element)
    if (silent.has(name) || options.skip?.(element)) return
    if (name === 'br') return visitBreak(kind)
    if (name === 'img' || name === 'image') {
      const slot = readPicture(element, options)
      if (slot) draft.addSlot(slot)
      return
    }
    const own = kindOf(element)
    // Lists of notes hold notes.
    const within = kind === 'footnote' && own === 'listItem' ? kind : (own ?? kind)
    if (name === 'figure') {
      flush(kind)
      // A figure without a picture holds a table, a quote or code.
      if (addFigure(element, draft, options)) return
    }
    if (!blocks.has(name)) {
      visitAll(element.children, within, name === 'a' ? linkOf(element, options.base) : url)
      if (isCell(element)) cells += 1
      return
    }
    flush(kind)
    if (name === 'pre') inPre += 1
    visitAll(element.children, within, url)
    flush(within)
    if (name === 'pre') inPre -= 1
  }

  const visitAll = (children: readonly ChildNode[], kind: PassageKind, url: string | undefined): void => {
    for (const node of children) {
      if (isText(node)) {
        if (inPre > 0) visitPre(node.data, kind, url)
        else addWords(node.data, url)
      } else if (isTag(node)) visitElement(node, kind, url)
      else if ('children' in node) visitAll(node.children, kind, url)
    }
  }

  visitAll(nodes, 'paragraph', undefined)
  flush('paragraph')
}
