import type { ChildNode, Element } from 'domhandler'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { localName } from '../markup/elements'
import { readBlocks, type BlocksOptions } from '../markup/readBlocks'
import { findStandfirst, foldedText } from './findStandfirst'
import { shortText } from './shortText'

export interface PageBody {
  /** The whole page. */
  readonly page: readonly ChildNode[]
  /** The article in it, where it could be told from the rest. */
  readonly article: readonly ChildNode[] | undefined
  /** The titles that the page states. */
  readonly headline: readonly string[]
  readonly descriptions: readonly string[]
  readonly blocks: Pick<BlocksOptions, 'base' | 'pictureOf'>
}

const isHidden = ({ attribs }: Element): boolean =>
  attribs['hidden'] !== undefined ||
  attribs['aria-hidden'] === 'true' ||
  /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(
    attribs['style']?.slice(0, 2000) ?? '',
  )

const isAround = (element: Element): boolean =>
  /^(?:nav|footer|aside|menu)$/.test(localName(element)) ||
  /^(?:navigation|complementary|contentinfo|banner|search|dialog|alert)$/.test(element.attribs['role'] ?? '')

/** Leaves out what repeats the headline, what is hidden, and what stands around the text by its own word. */
const skipOf =
  (titles: ReadonlySet<string>) =>
  (element: Element): boolean =>
    isHidden(element) ||
    isAround(element) ||
    (/^h[12]$/.test(localName(element)) && titles.has(foldedText(shortText(element) ?? '')))

const read = (nodes: readonly ChildNode[], blocks: BlocksOptions, standfirst?: string): ArticleDraft => {
  const draft = createArticleDraft()
  if (standfirst !== undefined) draft.addPassage('summary', standfirst)
  readBlocks(nodes, draft, { ...blocks, lines: true })
  return draft
}

/** Whether the text has the words already, as a passage of its own or within one. */
const holds = (draft: ArticleDraft, standfirst: string): boolean => {
  const folded = foldedText(standfirst)
  const { passages, furniture } = draft.parts()
  return [...passages, ...furniture].some(({ text }) => foldedText(text).includes(folded))
}

const isStandfirst =
  (standfirst: string) =>
  (element: Element): boolean =>
    /^h[2-6]$/.test(localName(element)) && foldedText(shortText(element) ?? '') === foldedText(standfirst)

/** The text of a page: its standfirst as summary point, then the article, or the page as it stands where none is told apart. */
export const readPageBody = ({ page, article, headline, descriptions, blocks }: PageBody): ArticleDraft => {
  const plain = { ...blocks, skip: skipOf(new Set(headline.map(foldedText))) }
  const [nodes, options] = article ? [article, blocks] : [page, plain]
  const draft = read(nodes, options)
  const standfirst = findStandfirst(page, descriptions)
  if (standfirst === undefined) return draft
  const [first] = draft.parts().passages
  // A heading that opens the text in the words of the description is the standfirst; a paragraph is the text itself.
  if (first?.passageKind === 'heading' && foldedText(first.text) === foldedText(standfirst))
    return read(nodes, { ...options, skip: isStandfirst(standfirst) }, standfirst)
  return holds(draft, standfirst) ? draft : read(nodes, options, standfirst)
}
