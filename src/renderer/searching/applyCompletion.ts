import type { Completion, CompletionOption } from '#shared/contract/search'

/** The text with the option in its place, and the cursor after it, in code points. A value is followed by a space. */
export const applyCompletion = (
  text: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
  option: Pick<CompletionOption, 'text' | 'kind'>,
): { readonly text: string; readonly cursor: number } => {
  const points = [...text]
  const rest = points.slice(to).join('')
  const put = option.kind === 'field' || rest.startsWith(' ') ? option.text : `${option.text} `
  const before = points.slice(0, from).join('') + put
  return { text: before + rest, cursor: [...before].length }
}

/** Shown without being asked for: fields and operators that were begun, values of a field; no plain words. */
export const isOfferedUnasked = ({ from, to }: Completion, { kind }: CompletionOption): boolean =>
  kind === 'value' || (kind !== 'word' && to - from >= 2)
