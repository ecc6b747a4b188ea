import { CuttingsError } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import type { ArticleDraft } from '../articleDraft'
import { languageOf } from '../languageOf'
import { cleanText } from '../text/cleanText'
import { takeLine } from '../text/takeLine'
import type { Block, TextBlock } from './block'
import type { DocumentFields } from './documentFields'

/** Characters; a longer heading is a paragraph that is set as one. */
const longestHeadline = 300

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const withoutEnding = (name: string): string =>
  cleanText(name.replace(/^.*[/\\]/, '').replace(/\.[^.]{1,10}$/, '')) || 'Untitled'

const isHeadline = (block: Block): block is TextBlock =>
  block.type === 'text' &&
  block.kind === 'heading' &&
  block.furniture === undefined &&
  block.text.length <= longestHeadline

/** The paragraph set as the title, else the first heading. */
const headingOf = (blocks: readonly Block[]): TextBlock | undefined => {
  const headings = blocks.filter(isHeadline)
  return headings.find((block) => block.isTitle) ?? headings[0]
}

/** The headline that a document states or shows; the name of its file, with a doubt, where there is none. */
export const headlineOf = (
  fields: DocumentFields,
  heading: string | undefined,
  draft: ArticleDraft,
  fileName: string,
): string => {
  if (heading !== undefined) {
    fields.found('headline', 'document', heading)
    fields.titles.push(heading)
  }
  const [headline] = fields.titles
  if (headline !== undefined) return headline
  draft.doubt('headline', 'The document has no title and no heading; the name of the file was taken.')
  return withoutEnding(fileName)
}

/** What is known of a document and its draft as the record, its language detected where it is not stated. */
export const articleOf = (fields: DocumentFields, headline: string, draft: ArticleDraft): ParsedArticle => {
  const language = fields.fields.language ? { field: {}, detected: {} } : languageOf(draft, headline)
  const parts = draft.parts()
  // Where something was left out there is something to say about it.
  const isSilent = !parts.doubts.some((doubt) => doubt.field === 'text')
  const held = parts.passages.length + parts.slots.length + parts.furniture.length + fields.titles.length
  if (held === 0 && isSilent)
    throw new CuttingsError('not-text', { found: 'a document without text and pictures' })
  const origins = fields.origins()
  return {
    kind: 'article',
    fields: { ...fields.fields, ...language.field, headline, articleType: 'document' },
    ...language.detected,
    ...parts,
    ...(origins ? { origins } : {}),
  }
}

const addBlock = (block: Block, draft: ArticleDraft): void => {
  if (block.type === 'picture') return draft.addSlot(block.slot)
  const { kind, text, links, furniture } = block
  if (furniture) return draft.addFurniture(text, furniture)
  if (kind === 'paragraph' && takeLine(draft, { text, raw: text })) return
  draft.addPassage(kind, text, { links })
}

/** Where the headline also stands at the beginning of the text, it is not said twice. */
const repeatsHeadline = (block: Block, headline: string): boolean =>
  block.type === 'text' && block.links.length === 0 && folded(block.text) === folded(headline)

/** The record of a document: its paragraphs as passages, in their order. */
export const documentArticle = (
  fields: DocumentFields,
  blocks: readonly Block[],
  draft: ArticleDraft,
  fileName: string,
): ParsedArticle => {
  const headline = headlineOf(fields, headingOf(blocks)?.text, draft, fileName)
  const first = blocks.findIndex((block) => block.type === 'text' && !block.furniture)
  for (const [index, block] of blocks.entries())
    if (index !== first || !repeatsHeadline(block, headline)) addBlock(block, draft)
  return articleOf(fields, headline, draft)
}
