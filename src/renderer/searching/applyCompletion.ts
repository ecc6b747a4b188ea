import type { Completion, CompletionOption } from '#shared/contract/search'

/** What the page offers to stand in the field: what the archive completes, and whole searches of before. */
export interface Offer {
  /** The text that it is for: it can't be put into another. */
  readonly asked: string
  readonly from: number
  readonly to: number
  readonly options: readonly OfferOption[]
}

export type OfferOption = Omit<CompletionOption, 'kind'> & {
  readonly kind: CompletionOption['kind'] | 'recent'
}

/** The text with the option in its place, and the cursor after it, in code points. A value is followed by a space. */
export const applyCompletion = (
  text: string,
  { from, to }: Pick<Offer, 'from' | 'to'>,
  option: Pick<OfferOption, 'text' | 'kind'>,
): { readonly text: string; readonly cursor: number } => {
  const points = [...text]
  const rest = points.slice(to).join('')
  const isOpen = option.kind === 'field' || option.kind === 'recent'
  const put = isOpen || rest.startsWith(' ') ? option.text : `${option.text} `
  const before = points.slice(0, from).join('') + put
  return { text: before + rest, cursor: [...before].length }
}

/** Shown without being asked for: fields and operators that were begun, values of a field; no plain words. */
export const isOfferedUnasked = ({ from, to }: Completion, { kind }: CompletionOption): boolean =>
  kind === 'value' || (kind !== 'word' && to - from >= 2)
