import type { Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft } from '../articleDraft'
import { documentArticle } from '../documents/documentArticle'
import { createDocumentFields, type DocumentFields } from '../documents/documentFields'
import { sayLeftOut } from '../documents/sayLeftOut'
import { createTextFlow } from '../documents/textFlow'
import { localName } from '../markup/elements'
import type { OdtContext } from './odtContext'
import { addStyles } from './odtStyles'
import { visitBlocks } from './readBody'
import { readMargins } from './readMargins'
import { readMeta } from './readMeta'

/** What holds the parts of a text: each is read and forgotten before the next. `text` is the whole and no paragraph. */
export const inText: ReadonlySet<string> = new Set([
  'document',
  'document-content',
  'document-styles',
  'document-meta',
  'body',
  'text',
  'section',
])

const visitPart = (
  element: Element,
  context: OdtContext,
  fields: DocumentFields,
  margins: Set<string>,
): boolean => {
  const name = localName(element)
  if (name === 'styles' || name === 'automatic-styles') addStyles(element, context.styles)
  else if (name === 'meta') readMeta(element, fields)
  else if (name === 'master-styles') readMargins(element, context, margins)
  else if (/^(?:spreadsheet|presentation|drawing|chart)$/.test(name)) return false
  else visitBlocks([element], context)
  return true
}

/** Reads the parts of an OpenDocument text (ODF 1.3 part 3), each a stream of elements, as one article. */
export const readOpenDocument = async (
  streams: readonly AsyncIterable<Element>[],
  pictureOf: OdtContext['pictureOf'],
  fileName: string,
): Promise<ParsedArticle> => {
  const context: OdtContext = {
    flow: createTextFlow(),
    styles: new Map(),
    pictureOf,
    notes: [],
    comments: [],
    leftOut: { deletions: 0, embedded: 0 },
    visitBlocks,
    kind: 'paragraph',
  }
  const fields = createDocumentFields()
  const margins = new Set<string>()
  for (const stream of streams)
    for await (const element of stream)
      if (!visitPart(element, context, fields, margins))
        throw new CuttingsError('damaged-file', { reason: 'it is an OpenDocument file, but not a text' })
  context.flow.append(context.notes)
  const draft = createArticleDraft()
  for (const line of margins) draft.addFurniture(line, 'other')
  for (const comment of context.comments) draft.addFurniture(comment, 'other')
  sayLeftOut(draft, { ...context.leftOut, comments: context.comments.length })
  return documentArticle(fields, context.flow.close(), draft, fileName)
}
