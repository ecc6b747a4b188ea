import type { CslItem } from '#shared/model/reference'
import type { BibliographyStyle } from './bibliographyStyles'

export interface BibliographyRequest {
  readonly style: BibliographyStyle
  readonly items: readonly CslItem[]
}

/**
 * `html` is a `div` with one `div` per entry and, inside, no mark but citeproc's own (`i`, `b`, `sup`, `sub`, `span`):
 * everything else in the items is escaped. `text` is one entry per line. Both are empty where there is no item.
 */
export interface Bibliography {
  readonly html: string
  readonly text: string
}

export interface FormatOptions {
  readonly signal?: AbortSignal | undefined
  /** How much of the work is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

export type FormatBibliography = (
  request: BibliographyRequest,
  options?: FormatOptions,
) => Bibliography | Promise<Bibliography>

export interface Bibliographer {
  /** Throws `cancelled` as soon as the signal is aborted or all is closed. */
  readonly format: (request: BibliographyRequest, options?: FormatOptions) => Promise<Bibliography>
  /** Ends what is under way. */
  readonly close: () => Promise<void>
}
