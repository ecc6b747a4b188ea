import type { ChildNode } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import type { ArticleDraft } from '../articleDraft'
import { parseMarkup } from '../markup/parseMarkup'
import { detectLanguage } from '../text/detectLanguage'
import { languageOf } from '../languageOf'
import { readHeadline } from '../text/readHeadline'
import type { InnerFile } from '../types'
import { chooseFields, readCandidates, type Candidates } from './chooseFields'
import { createDataPictures, type DataPictures } from './dataPictures'
import { doubtFacts } from './doubtFacts'
import { mostCost, mostNodesOfArticle, mostNodesOfPage } from './pageLimits'
import { readFacts } from './readFacts'
import { readPageBody } from './readPageBody'
import { pictureBeside } from '../markup/pictureBeside'
import { serialisePage } from './serialisePage'
import { surveyPage, type PageSurvey } from './pageSurvey'
import type { ExtractedArticle } from './extractArticle'

export interface PageOptions {
  /** The address under which the page was captured or delivered, where the caller knows it. */
  readonly url?: string | undefined
  /**
   * The name of the file in which a picture's bytes come along, by its address as the page has it. Without it relative
   * addresses name files beside the page.
   */
  readonly pictureOf?: ((address: string) => string | undefined) | undefined
}

export interface ReadPage {
  readonly article: ParsedArticle
  /** Pictures that stood in the page itself; slots name them. */
  readonly files: readonly InnerFile[]
}

const headlineOf = ({ headline }: Candidates, draft: ArticleDraft): string => {
  const [stated] = headline
  if (stated) return stated.value
  const { passages, slots } = draft.parts()
  const words = passages.find(({ passageKind }) => passageKind === 'heading') ?? passages[0]
  const shown =
    words?.text ?? slots.flatMap(({ altText, picture, address }) => altText ?? picture ?? address ?? [])[0]
  if (shown === undefined) throw new CuttingsError('not-text', { found: 'a web page without any text' })
  draft.doubt('headline', 'The page has no title; the first words of its text were taken.')
  return readHeadline(shown).headline
}

const doubtLanguage = (stated: string, draft: ArticleDraft): void => {
  const words = draft
    .parts()
    .passages.slice(0, 40)
    .map(({ text }) => text.slice(0, 1000))
  const found = detectLanguage(words.join('\n'))
  if (!found?.sure || found.language === stated.split('-')[0]?.toLowerCase()) return
  draft.doubt('language', `The page says that it is "${stated}"; its words read like "${found.language}".`)
}

/** The base of relative addresses: `<base>`, where there is one, against the page's own address. */
const baseOf = (bases: readonly string[], url: string | undefined): string | undefined => {
  const [base] = bases
  return base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url
}

/** Browsers wrote `<base href=".">` into pages that they saved: relative addresses are of the page's folder then too. */
const leadsElsewhere = ([base]: readonly string[]): boolean => base !== undefined && !/^\.?\/?$/.test(base)

/** Readability and its document take a while to load, and callers may never need them. */
const extract = async (
  page: readonly ChildNode[],
  survey: PageSurvey,
  { standIn }: DataPictures,
): Promise<ExtractedArticle | undefined> => {
  if (survey.cost > mostCost || survey.nodes > mostNodesOfArticle) return undefined
  const { extractArticle } = await import('./extractArticle')
  return extractArticle(serialisePage(page, standIn))
}

/**
 * Reads a page as one article. Nothing in it runs, nothing is loaded; markup becomes passages, pictures become slots and
 * addresses data. Throws `limit` for pages nested or long beyond reason, `not-text` for one that shows nothing at all.
 */
export const readPage = async (html: string, options: PageOptions = {}): Promise<ReadPage> => {
  const { children } = parseMarkup(html, { most: mostNodesOfPage })
  const survey = surveyPage(children)
  const dataPictures = createDataPictures()
  const base = baseOf(survey.bases, options.url ?? survey.savedFrom[0])
  const extracted = await extract(children, survey, dataPictures)
  const { facts, isArticle } = readFacts(survey, options.url, extracted?.byline)
  const candidates = readCandidates(facts, survey.headings, base)
  const url = candidates.url[0]?.value
  const beside = options.pictureOf ?? (leadsElsewhere(survey.bases) ? () => undefined : pictureBeside)
  const draft = readPageBody({
    page: children,
    article: extracted?.nodes,
    headline: candidates.headline.map(({ value }) => value),
    descriptions: candidates.description.map(({ value }) => value),
    pictures: facts.filter(({ name }) => name === 'picture').flatMap(({ values }) => values),
    blocks: {
      base: base ?? url,
      pictureOf: (address) => dataPictures.nameOf(address) ?? beside(address),
    },
  })
  return { article: finish(candidates, draft, isArticle), files: dataPictures.files() }
}

const finish = (candidates: Candidates, draft: ArticleDraft, isArticle: boolean): ParsedArticle => {
  const { fields, origins } = chooseFields(candidates)
  const headline = headlineOf(candidates, draft)
  doubtFacts(candidates, draft)
  const language = fields.language === undefined ? languageOf(draft, headline) : undefined
  if (fields.language !== undefined) doubtLanguage(fields.language, draft)
  return {
    kind: 'article',
    fields: {
      ...fields,
      ...language?.field,
      headline,
      articleType: isArticle || fields.published !== undefined ? 'news' : 'page',
    },
    ...language?.detected,
    ...draft.parts(),
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
  }
}
