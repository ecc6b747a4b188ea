import type { FacetColumn } from '#core/search/index/shard'
import type { DocumentTest } from './plan'

/** `de` takes in `de-AT`. */
export const isLanguage = (language: string, asked: string): boolean => {
  const own = language.toLowerCase()
  const wanted = asked.toLowerCase()
  return own === wanted || own.startsWith(`${wanted}-`)
}

/** Whether a document has a value that fits; each value is looked at once. */
export const createColumnTest = (
  { values, starts, numbers }: FacetColumn,
  fits: (value: string) => boolean,
): DocumentTest => {
  const fitting = Uint8Array.from(values, (value) => (fits(value) ? 1 : 0))
  if (!fitting.includes(1)) return () => false
  return (document) => {
    const end = starts[document + 1] ?? 0
    for (let at = starts[document] ?? 0; at < end; at++) if (fitting[numbers[at] ?? 0]) return true
    return false
  }
}
