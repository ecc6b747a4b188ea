import type { ChildNode, Element } from 'domhandler'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { localName } from '../markup/elements'
import { readBlocks, type BlocksOptions } from '../markup/readBlocks'
import { findLeadPicture } from './findLeadPicture'
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
  /** Addresses of the picture that the page states as its own. */
  readonly pictures: readonly string[]
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

/** What stands above the text of an article. */
interface Above {
  readonly lead?: Parameters<ArticleDraft['addSlot']>[0] | undefined
  readonly standfirst?: string | undefined
}

const read = (nodes: readonly ChildNode[], blocks: BlocksOptions, above: Above = {}): ArticleDraft => {
  const draft = createArticleDraft()
  if (above.lead) draft.addSlot(above.lead)
  if (above.standfirst !== undefined) draft.addPassage('summary', above.standfirst)
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

/**
 * The text of a page: its standfirst as summary point, then the article, or the page as it stands where none is told apart.
 * It is read again where something is found that stands above it.
 */
export const readPageBody = (body: PageBody): ArticleDraft => {
  const { page, article, blocks } = body
  const plain = { ...blocks, skip: skipOf(new Set(body.headline.map(foldedText))) }
  const [nodes, options] = article ? [article, blocks] : [page, plain]
  const draft = read(nodes, options)
  const { passages, slots } = draft.parts()
  const lead = findLeadPicture(page, body.pictures, slots, blocks)
  const standfirst = findStandfirst(page, body.descriptions)
  const [first] = passages
  // A heading that opens the text in the words of the description is the standfirst; a paragraph is the text itself.
  if (
    standfirst !== undefined &&
    first?.passageKind === 'heading' &&
    foldedText(first.text) === foldedText(standfirst)
  )
    return read(nodes, { ...options, skip: isStandfirst(standfirst) }, { lead, standfirst })
  const isNew = standfirst !== undefined && !holds(draft, standfirst)
  return lead || isNew ? read(nodes, options, { lead, ...(isNew ? { standfirst } : {}) }) : draft
}
