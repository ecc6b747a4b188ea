import type { FieldOrigins } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { languageOf, type LanguageOf } from '../languageOf'
import { readStatedDate } from '../text/readStatedDate'
import { addPart, wordParts, type WordedPart } from './addParts'
import { bodyType } from './bodyType'
import { chooseHeadline } from './chooseHeadline'
import { layoutPages } from './layoutPages'
import { pageFurniture } from './pageFurniture'
import type { Outline } from './readOutline'
import type { StatedFields } from './readFields'
import type { PageText } from './textPiece'

export interface ReadPdf {
  readonly name: string
  readonly pageCount: number
  readonly pages: readonly PageText[]
  readonly stated: StatedFields
  readonly outline: Outline
  readonly missingTables: ReadonlySet<string>
}

const isEmpty = ({ frames, additions }: PageText): boolean => frames.length === 0 && additions.length === 0

/** Characters without a meaning that is stated: private ones, and those that stand for the unknown. */
const meaningless = /[\ue000-\uf8ff\ufffd]/g

const doubtText = (draft: ArticleDraft, { pages, pageCount, missingTables }: ReadPdf): void => {
  const empty = pages.filter(isEmpty).length
  if (empty === pageCount)
    draft.doubt('text', 'This PDF holds pictures of pages and no text that can be read.')
  else if (empty > 0)
    draft.doubt('text', `${empty} of ${pageCount} pages hold no text that can be read; they may be pictures.`)
  if (missingTables.size > 0)
    draft.doubt(
      'text',
      `It takes tables of characters for granted that are not at hand (${[...missingTables].slice(0, 5).join(', ')}); text in such fonts may be missing or wrong.`,
    )
  const { passages } = draft.parts()
  const letters = passages.reduce((sum, { text }) => sum + text.length, 0)
  const strange = passages.reduce((sum, { text }) => sum + (text.match(meaningless)?.length ?? 0), 0)
  if (strange > 0 && strange >= letters / 50)
    draft.doubt('text', 'Some fonts do not say which letters they show; characters may be missing or wrong.')
  if (passages.length > 0)
    draft.doubt(
      'passages',
      'A PDF holds lines at places; where a paragraph ends was taken from these places.',
    )
}

/** Lines on the first page that say when it was published or changed, with the word for it beside the date. */
const statedDates = (
  parts: readonly WordedPart[],
  draft: ArticleDraft,
): Pick<ParsedArticle['fields'], 'published' | 'modified'> => {
  const found: Pick<ParsedArticle['fields'], 'published' | 'modified'> = {}
  for (const { text, page } of parts.slice(0, 30)) {
    const stated = page === 1 ? readStatedDate(text) : undefined
    // A date alone may be that of anything.
    if (!stated || found[stated.field] || text.startsWith(stated.date.literal ?? stated.date.edtf)) continue
    found[stated.field] = stated.date
    if (stated.doubt !== undefined) draft.doubt(stated.field, stated.doubt)
  }
  return found
}

const languageFields = (
  draft: ArticleDraft,
  headline: string,
  stated: string | undefined,
): Pick<LanguageOf['detected'], 'languageDetected'> & LanguageOf['field'] => {
  // The name of a file or a title alone tells nothing.
  if (draft.lastLabel() === undefined) return stated === undefined ? {} : { language: stated }
  if (stated === undefined) {
    const { field, detected } = languageOf(draft, headline)
    return { ...field, ...detected }
  }
  // Word processors write the language of the program: the words themselves are asked too.
  const { field } = languageOf({ ...draft, doubt: () => undefined }, headline)
  if (field.language !== undefined && field.language.split('-')[0] !== stated.toLowerCase().split('-')[0])
    draft.doubt('language', `It says that it is in "${stated}"; its words look like "${field.language}".`)
  return { language: stated }
}

/** Makes the article of what was read from a PDF. */
export const pdfArticle = (read: ReadPdf): ParsedArticle => {
  const { pages, stated, outline, name, pageCount } = read
  const draft = createArticleDraft()
  const body = bodyType(pages)
  const furniture = pageFurniture(pages)
  const parts = wordParts(layoutPages(pages, furniture, body), body, outline)
  const { headline, part, doubt } = chooseHeadline(stated.title, parts, body, name)
  if (doubt !== undefined) draft.doubt('headline', doubt)
  const dates = statedDates(parts, draft)
  for (const one of parts) if (one !== part) addPart(draft, one)
  for (const { number: page, additions } of pages)
    for (const text of additions) draft.addPassage('paragraph', text, { page })
  for (const text of furniture.heads) draft.addFurniture(text, 'other')
  for (const text of furniture.numbers) draft.addFurniture(text, 'navigation')
  for (const text of new Set(pages.flatMap(({ comments }) => comments))) draft.addFurniture(text, 'other')
  doubtText(draft, read)
  const { language, ...detected } = languageFields(draft, headline, stated.fields.language)
  const origins: FieldOrigins = stated.origins
  return {
    kind: 'article',
    fields: {
      ...stated.fields,
      ...dates,
      ...(language === undefined ? {} : { language }),
      headline,
      articleType: 'document',
    },
    ...detected,
    ...draft.parts(),
    ...(Object.keys(origins).length > 0 ? { origins } : {}),
    pages: pageCount,
  }
}
