import type { PdfPage, PdfTextChunk, PdfTextReader } from 'unpdf/pdfjs'

const drain = async (reader: PdfTextReader): Promise<void> => {
  try {
    for (let chunk = await reader.read(); chunk.value !== undefined;) chunk = await reader.read()
  } catch {
    // The document was closed meanwhile, which is what ends it.
  }
}

/**
 * The text of a page in chunks. Where the consumer has enough, the rest is let run off unseen until the document is closed:
 * pdf.js would write once more into a stream that was cancelled, which ends the process, and waits for one that nobody reads.
 */
export async function* textChunks(page: PdfPage): AsyncGenerator<PdfTextChunk> {
  const reader = page.streamTextContent({ disableNormalization: true }).getReader()
  let isRead = false
  try {
    for (let chunk = await reader.read(); chunk.value !== undefined; chunk = await reader.read())
      yield chunk.value
    isRead = true
  } finally {
    if (!isRead) void drain(reader)
  }
}
