import type { PdfDocument } from 'unpdf/pdfjs'
import { pdfRefusal } from './pdfRefusal'

export interface OpenPdf {
  readonly document: PdfDocument
  /** Character tables (CMaps) that the file takes for granted and that are not at hand. */
  readonly missingTables: ReadonlySet<string>
  readonly close: () => Promise<void>
}

/** Only errors are told, and to nobody: what pdf.js prints would go to the parser's log. */
const silent = 0

/**
 * Opens a PDF with nothing at hand but its bytes: no font, table or code is loaded, nothing is compiled from it (its
 * PostScript functions are interpreted), no form of it runs (XFA), no worker is started. Throws `encrypted` and
 * `damaged-file`. A password that only keeps from printing or copying is none: the text is readable by the format's rules.
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  // Loaded when it is needed: it is large, and it fills in globals that its environment lacks.
  const { getDocument } = await import('unpdf/pdfjs')
  const missingTables = new Set<string>()
  const loading = getDocument({
    // pdf.js keeps the buffer that it is given and detaches it.
    data: new Uint8Array(bytes),
    verbosity: silent,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    cMapUrl: 'none/',
    cMapPacked: true,
    standardFontDataUrl: 'none/',
    BinaryDataFactory: class {
      readonly fetch = ({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> => {
        if (kind === 'cMapUrl') missingTables.add(filename.replace(/\.bcmap$/, ''))
        return Promise.reject(new Error('not at hand'))
      }
    },
  })
  try {
    return { document: await loading.promise, missingTables, close: () => loading.destroy() }
  } catch (error) {
    await loading.destroy()
    throw pdfRefusal(error, 'it has no table of its parts that can be read')
  }
}
