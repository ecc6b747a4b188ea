/** What is used of pdf.js as unpdf 1.8 bundles it; its own types want a DOM. */
declare module 'unpdf/pdfjs' {
  /** One run of text. `transform` is in the page's own space, whose y goes up. */
  export interface PdfTextItem {
    readonly str: string
    readonly dir: 'ltr' | 'rtl' | 'ttb'
    readonly width: number
    readonly height: number
    readonly transform: readonly [number, number, number, number, number, number]
    readonly fontName: string
  }

  export interface PdfTextReader {
    readonly read: () => Promise<{ readonly value?: PdfTextChunk }>
  }

  export interface PdfTextChunk {
    readonly items: readonly PdfTextItem[]
    readonly styles: Readonly<Record<string, { readonly vertical?: boolean } | undefined>>
  }

  export interface PdfAnnotation {
    readonly subtype?: string
    readonly url?: string
    readonly rect?: readonly number[]
    readonly fieldType?: string
    readonly fieldValue?: unknown
    readonly password?: boolean
    readonly hidden?: boolean
    readonly textContent?: readonly string[] | null
    readonly contentsObj?: { readonly str: string }
    readonly fileId?: string
    readonly file?: { readonly filename: string }
  }

  export interface PdfPage {
    readonly getViewport: (options: { readonly scale: number }) => {
      readonly width: number
      readonly height: number
      readonly transform: readonly [number, number, number, number, number, number]
    }
    readonly streamTextContent: (options: { readonly disableNormalization: boolean }) => {
      readonly getReader: () => PdfTextReader
    }
    readonly getAnnotations: () => Promise<readonly PdfAnnotation[]>
    readonly cleanup: () => boolean
  }

  export interface PdfOutlineEntry {
    readonly title: string
    readonly dest: string | readonly unknown[] | null
    readonly items: readonly PdfOutlineEntry[]
  }

  export interface PdfDocument {
    readonly numPages: number
    readonly getPage: (number: number) => Promise<PdfPage>
    readonly getMetadata: () => Promise<{
      readonly info: Readonly<Record<string, unknown>>
      readonly metadata: { readonly get: (name: string) => unknown } | null
    }>
    readonly getOutline: () => Promise<readonly PdfOutlineEntry[] | null>
    readonly getDestination: (name: string) => Promise<readonly unknown[] | null>
    readonly getPageIndex: (reference: object) => Promise<number>
    readonly getAttachments: () => Promise<ReadonlyMap<string, { readonly filename: string }> | null>
    readonly getAttachmentContent: (id: string) => Promise<Uint8Array | null | undefined>
    readonly cleanup: () => Promise<void>
  }

  export interface PdfOptions {
    readonly data: Uint8Array
    readonly verbosity: number
    readonly disableFontFace: boolean
    readonly useSystemFonts: boolean
    readonly useWasm: boolean
    readonly useWorkerFetch: boolean
    readonly enableXfa: boolean
    readonly isEvalSupported: boolean
    readonly isOffscreenCanvasSupported: boolean
    readonly isImageDecoderSupported: boolean
    readonly cMapUrl: string
    readonly cMapPacked: boolean
    readonly standardFontDataUrl: string
    readonly BinaryDataFactory: new () => {
      readonly fetch: (asked: { readonly kind: string; readonly filename: string }) => Promise<Uint8Array>
    }
  }

  export const getDocument: (options: PdfOptions) => {
    readonly promise: Promise<PdfDocument>
    readonly destroy: () => Promise<void>
  }
}
