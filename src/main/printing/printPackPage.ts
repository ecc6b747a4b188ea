import { basename, dirname } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { packDisk, type PackDisk } from '#core/exporters/pack/packDisk'
import { mustBeFree, writeBeside } from '#core/exporters/writeBeside'
import type { WrittenKind } from '#core/exporters/writtenFault'
import type { PackPages } from '#core/printing/types'
import { pagesIn } from './pdfOptions'

export interface PrintedPage {
  readonly path: string
  readonly name: string
  readonly pages: number
  readonly bytes: number
}

export interface PrintDependencies {
  /** Where the PDF goes: nothing where the dialog was closed without a choice. */
  readonly choose: (name: string, folder: string) => Promise<string | undefined>
  /** The page at this path of the pack, as a PDF. */
  readonly print: (pages: PackPages, path: string, signal: AbortSignal | undefined) => Promise<Buffer>
  readonly disk?: PackDisk
}

const pdf: WrittenKind = { what: 'the PDF', unwritable: 'pdf-unwritable' }

/** `<pack>_<story>_annotated.pdf`, `<pack>_contact-sheet.pdf`. */
export const pdfName = (pack: string, path: string): string => {
  const parts = path.split('/')
  const story = parts[1] === 'articles' ? [parts[2] ?? ''] : []
  const page = parts.at(-1)?.replace(/\.html$/, '') ?? ''
  return `${[basename(pack).replace(/\.zip$/i, ''), ...story, page].join('_')}.pdf`
}

/** Whatever went wrong once it was stopped went wrong because of that. */
const faultOf = (error: unknown, signal: AbortSignal | undefined): unknown => {
  if (signal?.aborted) return new CuttingsError('cancelled', {}, { cause: error })
  if (error instanceof CuttingsError) return error
  return new CuttingsError('print-failed', { reason: 'the page could not be drawn' }, { cause: error })
}

/**
 * Prints one page of a pack that was just written to a file of its own, where the user chooses; the pack is only read. What
 * fails, is cancelled, or turns out to be another page than the one that was written leaves nothing.
 */
export const printPackPage = async (
  pack: string,
  pages: PackPages,
  number: number,
  { choose, print, disk = packDisk }: PrintDependencies,
  signal?: AbortSignal,
): Promise<PrintedPage | undefined> => {
  const page = pages.pathOf(number)
  const path = await choose(pdfName(pack, page), dirname(pack))
  if (path === undefined) return undefined
  await mustBeFree(path, pdf)
  try {
    const made = await print(pages, page, signal)
    pages.check()
    signal?.throwIfAborted()
    const count = pagesIn(made)
    if (count === 0) throw new CuttingsError('print-failed', { reason: 'no page came of it' })
    const bytes = await writeBeside(path, [made], disk, pdf)
    return { path, name: basename(path), pages: count, bytes }
  } catch (error) {
    throw faultOf(error, signal)
  }
}
