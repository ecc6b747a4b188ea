/** `text` as it is put into the query. */
export interface CompletionOption {
  readonly text: string
  readonly kind: 'field' | 'value' | 'word' | 'operator'
  /** A code that the page has words for: the field's name in the model, `has:photo`, an operator. */
  readonly detail?: string
  /** Items that have it. */
  readonly count?: number
}

/** What can stand in place of the code points `[from, to)`. */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly options: readonly CompletionOption[]
}
