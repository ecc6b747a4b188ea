import type { PdfDocument } from 'unpdf/pdfjs'
import { setImmediate } from 'node:timers/promises'
import { CuttingsError } from '#shared/errors'
import type { ImportedItem, Importer, ImportFile } from '../types'
import {
  attachmentsOf,
  attachmentsOn,
  mostAttachments,
  readAttachments,
  type Attachment,
} from './readAttachments'
import { openPdf } from './openPdf'
import { pdfArticle } from './pdfArticle'
import { pdfRefusal } from './pdfRefusal'
import { readFields } from './readFields'
import { readOutline } from './readOutline'
import { readPageText } from './readPageText'
import { recognisePdf } from './recognisePdf'
import { mostUnpacked, refuseBombs } from './refuseBombs'
import type { PageText } from './textPiece'
import { mostPassages } from '../passageLimit'
import { createPageStore } from './pageStore'

export const mostPages = 10_000
/** Characters of one document, at most. */
export const mostCharacters = 20_000_000

/** Pages after which what pdf.js keeps of fonts and tables is let go. */
const pagesBetweenCleanups = 50

const readPages = async (
  document: PdfDocument,
): Promise<{ readonly pages: Iterable<PageText>; readonly attached: readonly Attachment[] }> => {
  const store = createPageStore()
  const attached: Attachment[] = []
  let characters = 0
  const count = (more: number): void => {
    characters += more
    if (characters > mostCharacters)
      throw new CuttingsError('limit', { what: 'characters', most: mostCharacters })
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const annotations = await page.getAnnotations().catch(() => [])
    for (const one of attachmentsOn(annotations)) attached.push(one)
    store.add(await readPageText(page, number, annotations, count))
    page.cleanup()
    if (number % pagesBetweenCleanups === 0) await document.cleanup()
    await setImmediate()
  }
  return { pages: store.pages, attached }
}

async function* parse(file: ImportFile): AsyncGenerator<ImportedItem> {
  const bytes = await file.bytes()
  await refuseBombs(bytes)
  const { document, missingTables, close } = await openPdf(bytes)
  try {
    if (document.numPages > mostPages) throw new CuttingsError('limit', { what: 'pages', most: mostPages })
    if (document.numPages < 1) throw new CuttingsError('damaged-file', { reason: 'it has no pages' })
    const stated = await readFields(document)
    const outline = await readOutline(document)
    const { pages, attached } = await readPages(document)
    const { name } = file
    yield pdfArticle({ name, pageCount: document.numPages, pages, stated, outline, missingTables })
    yield* readAttachments(document, [...(await attachmentsOf(document)), ...attached])
  } catch (error) {
    throw pdfRefusal(error, 'one of its pages cannot be read')
  } finally {
    await close()
  }
}

/** Documents in PDF (ISO 32000): their text, put together from lines at places on pages. */
export const pdfImporter: Importer = {
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  mediaType: 'application/pdf',
  limit: 50 * 1024 * 1024,
  limits: {
    pages: mostPages,
    passages: mostPassages,
    characters: mostCharacters,
    'bytes in one part, unpacked': mostUnpacked,
    'attached files': mostAttachments,
  },
  recognise: recognisePdf,
  parse,
}
