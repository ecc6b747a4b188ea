import { CuttingsError } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { articleOf, headlineOf } from '../documents/documentArticle'
import { createDocumentFields } from '../documents/documentFields'
import type { InnerPictures } from '../documents/innerPictures'
import { partPath } from '../documents/partPath'
import type { ZipParts } from '../documents/zipParts'
import { elementsNamed, textInside } from '../markup/elements'
import { readBlocks } from '../markup/readBlocks'
import { addChapterTitles } from './chapterTitles'
import { isEncryptedBook } from './isEncryptedBook'
import {
  packagePathOf,
  readPackageDocument,
  type ManifestItem,
  type PackageDocument,
} from './packageDocument'
import { bodyOf, isNoText, parseChapter } from './parseChapter'
import { readMetadata } from './readMetadata'

const titlesOf = async (
  parts: ZipParts,
  contents: readonly ManifestItem[],
): Promise<ReadonlyMap<string, string>> => {
  const titles = new Map<string, string>()
  for (const { path } of contents) {
    const tree = await parts.tree(path)
    if (tree) addChapterTitles(tree, path, titles)
  }
  return titles
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const hasHeading = (tree: ReturnType<typeof parseChapter>): boolean =>
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].some((name) => elementsNamed(tree, name).length > 0)

/** The heading that the table of contents gives to a chapter without one. */
const addTitle = (
  draft: ArticleDraft,
  tree: ReturnType<typeof parseChapter>,
  title: string | undefined,
): void => {
  if (title === undefined || hasHeading(tree)) return
  const [body] = elementsNamed(tree, 'body')
  const begins = folded(body ? textInside(body).slice(0, 2000) : '').startsWith(folded(title))
  if (!begins) draft.addPassage('heading', title)
}

const readChapters = async (
  parts: ZipParts,
  pictures: InnerPictures,
  { spine, contents }: PackageDocument,
  draft: ArticleDraft,
): Promise<void> => {
  const titles = await titlesOf(parts, contents)
  let missing = 0
  for (const { path, mediaType, isNavigation } of spine) {
    if (isNavigation) continue
    const source = await parts.text(path)
    if (source === undefined) missing += 1
    else if (mediaType === 'image/svg+xml') {
      const picture = pictures.nameOf(path)
      if (picture !== undefined) draft.addSlot({ picture, address: path })
    } else {
      const tree = parseChapter(source)
      addTitle(draft, tree, titles.get(path))
      const pictureOf = (address: string): string | undefined => pictures.nameOf(partPath(path, address))
      readBlocks(bodyOf(tree), draft, { lines: true, pictureOf, skip: isNoText })
    }
  }
  if (missing > 0) draft.doubt('text', `Chapters that the book lists are missing in it (${missing}).`)
}

/** Reads an EPUB 2 or 3 as one article, its chapters in reading order. */
export const readBook = async (
  parts: ZipParts,
  pictures: InnerPictures,
  fileName: string,
): Promise<ParsedArticle> => {
  if (isEncryptedBook(await parts.tree('META-INF/encryption.xml'))) throw new CuttingsError('encrypted')
  const path = packagePathOf(await parts.tree('META-INF/container.xml'))
  const tree = await parts.tree(path)
  if (!tree) throw new CuttingsError('damaged-file', { reason: 'its package document is missing' })
  const book = readPackageDocument(tree, path)
  const fields = createDocumentFields()
  readMetadata(book.metadata, book.identifierId, fields)
  const draft = createArticleDraft()
  await readChapters(parts, pictures, book, draft)
  const heading = draft.parts().passages.find((passage) => passage.passageKind === 'heading')
  return articleOf(fields, headlineOf(fields, heading?.text, draft, fileName), draft)
}
