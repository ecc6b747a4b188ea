import { CuttingsError } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { documentArticle } from '../documents/documentArticle'
import { createDocumentFields } from '../documents/documentFields'
import type { InnerPictures } from '../documents/innerPictures'
import { markNote } from '../documents/markNote'
import { sayLeftOut } from '../documents/sayLeftOut'
import type { ZipParts } from '../documents/zipParts'
import { cleanText } from '../text/cleanText'
import { visitBlocks } from './readBody'
import { readCoreProperties } from './readCoreProperties'
import { readComments, readMargin, readNotes } from './readNotes'
import { readRelationships, relationshipsPath, type Relationship } from './relationships'
import { readStyles } from './readStyles'
import { contextOf, type LeftOut, type WordContext } from './wordContext'

/** What holds paragraphs: each is read and forgotten before the next. */
const inBody: ReadonlySet<string> = new Set(['document', 'body'])

type SharedContext = Parameters<typeof contextOf>[0]

const relationshipsOf = async (parts: ZipParts, part: string): Promise<readonly Relationship[]> =>
  readRelationships(await parts.tree(relationshipsPath(part)), part)

const partOfType = (relationships: readonly Relationship[], type: string): string | undefined =>
  relationships.find((one) => one.type === type && !one.isExternal)?.target

/** Notes in the order in which the text refers to them, after the text. */
const appendNotes = async (
  parts: ZipParts,
  relationships: readonly Relationship[],
  shared: SharedContext,
  body: WordContext,
): Promise<void> => {
  for (const type of ['footnote', 'endnote'] as const) {
    const path = partOfType(relationships, `${type}s`)
    if (path === undefined || !parts.entry(path)) continue
    const referred = shared.notes.filter((note) => note.type === type)
    const context = contextOf(shared, await relationshipsOf(parts, path))
    const found = await readNotes(parts, path, context)
    const shown = new Set<string>()
    for (const { id, mark } of referred) {
      if (shown.has(id)) continue
      shown.add(id)
      body.flow.append(markNote(found.get(id) ?? [], mark))
    }
  }
}

const addMargins = async (
  parts: ZipParts,
  relationships: readonly Relationship[],
  shared: SharedContext,
  draft: ArticleDraft,
): Promise<void> => {
  const seen = new Set<string>()
  for (const { type, target, isExternal } of relationships) {
    if ((type !== 'header' && type !== 'footer') || isExternal || !parts.entry(target)) continue
    for (const line of await readMargin(parts, target, contextOf(shared, []))) {
      if (seen.has(line) || !/\p{L}/u.test(line)) continue
      seen.add(line)
      draft.addFurniture(cleanText(line), 'other')
    }
  }
}

const addComments = async (
  parts: ZipParts,
  path: string | undefined,
  shared: SharedContext,
  draft: ArticleDraft,
): Promise<number> =>
  path !== undefined && parts.entry(path) ? readComments(parts, path, contextOf(shared, []), draft) : 0

/** Reads a Word document (ECMA-376 part 1, 11 and 17) as one article. What it refers to outside is never loaded. */
export const readWord = async (
  parts: ZipParts,
  pictures: InnerPictures,
  fileName: string,
): Promise<ParsedArticle> => {
  const packaged = await relationshipsOf(parts, '')
  const main = partOfType(packaged, 'officeDocument') ?? 'word/document.xml'
  if (!parts.entry(main))
    throw new CuttingsError('damaged-file', { reason: 'there is no Word document in it' })
  const relationships = await relationshipsOf(parts, main)
  const styles = readStyles(await parts.tree(partOfType(relationships, 'styles') ?? ''))
  const leftOut: LeftOut = { deletions: 0, hidden: 0, unreadSigns: 0, embedded: 0 }
  const shared: SharedContext = { styles, pictures, leftOut, notes: [], visitBlocks }
  const body = contextOf(shared, relationships)
  for await (const element of parts.elements(main, inBody)) visitBlocks([element], body)
  await appendNotes(parts, relationships, shared, body)

  const fields = createDocumentFields()
  readCoreProperties(await parts.tree(partOfType(packaged, 'core-properties') ?? ''), fields)
  const draft = createArticleDraft()
  const blocks = body.flow.close()
  await addMargins(parts, relationships, shared, draft)
  const comments = await addComments(parts, partOfType(relationships, 'comments'), shared, draft)
  sayLeftOut(draft, { ...leftOut, comments })
  return documentArticle(fields, blocks, draft, fileName)
}
