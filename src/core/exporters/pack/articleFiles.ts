import type { Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { Original } from '#shared/model/original'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { annotatedPage, claimsOf, type AnnotatedContext } from './annotatedPage'
import { articlePage } from './articlePage'
import { articleText } from '../../records/articleText'
import { ninjsFile, type NinjsFileContext } from './ninjsFile'
import { extensionOf } from './originalNames'
import { originalFile, textFile, type PackFile } from './packFile'
import { articleFolder } from './packNames'
import { readableJson } from './readableJson'
import type { StorySupport } from './storySupport'

export interface ArticleFilesContext extends AnnotatedContext, Omit<NinjsFileContext, 'sources'> {
  readonly claims: readonly Claim[]
  /** On what a story rests, for those that are annotated. */
  readonly supportOf: (article: ArticleRecord, claims: readonly Claim[]) => Promise<StorySupport | undefined>
}

/** The newest version has the plain name; an older one says its number. */
const versionName = (name: string, extension: string, article: ArticleRecord, version: Version): string =>
  version.id === currentVersion(article).id
    ? `${name}.${extension}`
    : `${name}-v${version.number}.${extension}`

export const textFileName = (article: ArticleRecord, version: Version): string =>
  versionName('article', 'txt', article, version)

const versionFiles = (
  article: ArticleRecord,
  version: Version,
  original: Original | undefined,
): PackFile[] => {
  const folder = articleFolder(article)
  const text = textFile(
    `${folder}/${textFileName(article, version)}`,
    'text/plain',
    `Text, version ${version.number}: ${article.headline}`,
    () => articleText(version),
  )
  if (!original) return [text]
  const name = versionName('original', extensionOf(original.mediaType), article, version)
  return [
    text,
    originalFile(
      `${folder}/${name}`,
      `Original, version ${version.number}: the bytes as they came`,
      original,
    ),
  ]
}

const annotatedFiles = async (article: ArticleRecord, context: ArticleFilesContext): Promise<PackFile[]> => {
  const claims = claimsOf(article, context.claims)
  const support = await context.supportOf(article, claims)
  if (!support) return []
  const path = `${articleFolder(article)}/annotated.html`
  return [
    textFile(path, 'text/html', `Annotated, claim by claim: ${article.headline}`, () =>
      annotatedPage({ article, claims, support }, context),
    ),
  ]
}

/** The folder of one article: its record, a page to read, its text, and the bytes as they came. */
export const articleFiles = async (
  article: ArticleRecord,
  context: ArticleFilesContext,
): Promise<PackFile[]> => {
  const folder = articleFolder(article)
  const originalOf = (version: Version): Original | undefined =>
    version.original === undefined ? undefined : context.originals.get(version.original)
  const newest = currentVersion(article)
  const original = originalOf(newest)
  const page = () =>
    articlePage(article, {
      sources: context.sources,
      references: context.references,
      original: original && versionName('original', extensionOf(original.mediaType), article, newest),
      photoNames: context.photoNames,
    })
  return [
    textFile(`${folder}/article.json`, 'application/json', `Full record: ${article.headline}`, () =>
      readableJson(article),
    ),
    ninjsFile(article, context),
    textFile(`${folder}/article.html`, 'text/html', `To read: ${article.headline}`, page),
    ...(await annotatedFiles(article, context)),
    ...article.versions.flatMap((version) => versionFiles(article, version, originalOf(version))),
  ]
}
