import type { CitedRun } from '#shared/contract/references'
import type { CslItem } from '#shared/model/reference'
import type { ShippedStyle } from './shippedStyles'

/** A style that ships, or the text of a `.csl` file of the user's. */
export type StyleSource =
  { readonly kind: 'shipped'; readonly id: ShippedStyle } | { readonly kind: 'added'; readonly xml: string }

export interface CiteRequest {
  readonly style: StyleSource
  /** BCP 47; the nearest locale that ships is taken. */
  readonly locale: string
  /** `bibliography`: an entry for each; `citation`: all of them in one note, or in one place of a text. */
  readonly form: 'bibliography' | 'citation'
  readonly items: readonly CslItem[]
  /** A page, as `12-14`. */
  readonly locator?: string | undefined
}

/** Entries in the order of the style, each as runs of words that look alike. */
export interface Cited {
  readonly entries: readonly (readonly CitedRun[])[]
  /** The style cites in notes. */
  readonly isNote: boolean
}

/** What a `.csl` file says of itself. */
export interface StyleFacts {
  readonly title: string
  readonly isNote: boolean
  /** The last part of its id: `apa`. */
  readonly cslId: string
  /** Of a dependent style: the name of the one that it leans on, by which alone it can be used. */
  readonly parent?: string
}

export type CitingQuestion =
  | { readonly id: number; readonly type: 'cite'; readonly request: CiteRequest }
  | { readonly id: number; readonly type: 'check'; readonly xml: string }

export type CitingAnswer =
  | { readonly id: number; readonly cited: Cited }
  | { readonly id: number; readonly facts: StyleFacts }
  | { readonly id: number; readonly refusal: string }
