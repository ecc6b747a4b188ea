import type { PdfAnnotation, PdfDocument } from 'unpdf/pdfjs'
import { CuttingsError } from '#shared/errors'
import type { ParsedUnreadable } from '#shared/model/parsed'
import type { InnerFile } from '../types'
import { cleanText } from '../text/cleanText'

/** Files attached to one document, at most, and their bytes together. */
export const mostAttachments = 1000
export const mostAttachedBytes = 200 * 1024 * 1024

export interface Attachment {
  readonly id: string
  readonly name: string
}

const nameOf = (name: string | undefined): string => cleanText((name ?? '').slice(0, 255)) || 'attachment'

/** Files that are put onto a page. */
export const attachmentsOn = (annotations: readonly PdfAnnotation[]): readonly Attachment[] =>
  annotations.flatMap(({ fileId, file }) =>
    typeof fileId === 'string' ? [{ id: fileId, name: nameOf(file?.filename) }] : [],
  )

/** Files that the document as a whole carries. */
export const attachmentsOf = async (document: PdfDocument): Promise<readonly Attachment[]> => {
  const files = await document.getAttachments().catch(() => null)
  return [...(files ?? [])].map(([id, { filename }]) => ({ id, name: nameOf(filename) }))
}

/** The attached files one by one, each unpacked only when its turn has come. Throws `limit`. */
export async function* readAttachments(
  document: PdfDocument,
  attachments: readonly Attachment[],
): AsyncGenerator<InnerFile | ParsedUnreadable> {
  const all = new Map(attachments.map((attachment) => [attachment.id, attachment]))
  if (all.size > mostAttachments)
    throw new CuttingsError('limit', { what: 'attached files', most: mostAttachments })
  let bytes = 0
  for (const { id, name } of all.values()) {
    const content = await document.getAttachmentContent(id).catch(() => undefined)
    if (!content) {
      yield { kind: 'unreadable', name, code: 'damaged-file', details: { reason: 'its bytes are missing' } }
      continue
    }
    bytes += content.length
    if (bytes > mostAttachedBytes)
      throw new CuttingsError('limit', { what: 'bytes in attached files', most: mostAttachedBytes })
    yield { kind: 'file', name, parts: [content] }
  }
}
