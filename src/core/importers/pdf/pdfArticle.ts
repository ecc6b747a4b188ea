import type { FieldOrigins } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { addPart, wordParts, type WordedPart } from './wordParts'
import { bodyType } from './bodyType'
import { chooseHeadline, type ChosenHeadline } from './chooseHeadline'
import { doubtText } from './doubtText'
import { languageFields } from './languageFields'
import { layoutPages } from './layoutPages'
import { pageFurniture } from './pageFurniture'
import type { Outline } from './readOutline'
import type { StatedFields } from './readFields'
import { statedDates, type Dates } from './statedDates'
import type { PageText } from './textPiece'

export interface ReadPdf {
  readonly name: string
  readonly pageCount: number
  readonly pages: Iterable<PageText>
  readonly stated: StatedFields
  readonly outline: Outline
  readonly missingTables: ReadonlySet<string>
}

const isEmpty = ({ frames, additions }: PageText): boolean => frames.length === 0 && additions.length === 0

/** What is found on pages beside their text. */
interface PageExtras {
  readonly emptyPages: number
  readonly comments: ReadonlySet<string>
}

const extrasOf = (pages: Iterable<PageText>): PageExtras => {
  const comments = new Set<string>()
  let emptyPages = 0
  for (const page of pages) {
    if (isEmpty(page)) emptyPages += 1
    for (const text of page.comments) comments.add(text)
  }
  return { emptyPages, comments }
}

/** Parts at the beginning among which headline and dates are looked for. */
const beginning = 60

/** Adds the parts to the draft and finds the headline among the first of them. */
const addText = (
  draft: ArticleDraft,
  parts: Iterator<WordedPart>,
  choose: (first: readonly WordedPart[]) => ChosenHeadline,
): { readonly headline: string; readonly dates: Dates } => {
  const first: WordedPart[] = []
  let next = parts.next()
  for (; !next.done && first.length < beginning; next = parts.next()) first.push(next.value)
  const { headline, part, doubt } = choose(first)
  if (doubt !== undefined) draft.doubt('headline', doubt)
  const dates = statedDates(first, draft)
  for (const one of first) if (one !== part) addPart(draft, one)
  for (; !next.done; next = parts.next()) addPart(draft, next.value)
  return { headline, dates }
}

/** Makes the article of what was read from a PDF. */
export const pdfArticle = (read: ReadPdf): ParsedArticle => {
  const { pages, stated, outline, name, pageCount } = read
  const draft = createArticleDraft()
  const body = bodyType(pages)
  const furniture = pageFurniture(pages)
  const parts = wordParts(() => layoutPages(pages, furniture, body), body, outline)
  const { headline, dates } = addText(draft, parts, (first) =>
    chooseHeadline(stated.title, first, body, name),
  )
  const { emptyPages, comments } = extrasOf(pages)
  for (const text of furniture.heads) draft.addFurniture(text, 'other')
  for (const text of furniture.numbers) draft.addFurniture(text, 'navigation')
  for (const text of comments) draft.addFurniture(text, 'other')
  doubtText(draft, emptyPages, read)
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
