/**
 * `name`: also as it sounds in other scripts; `words`: whole texts, whatever stands between their letters; `phrase`: whole
 * words, one after another; `number`: digits as they stand.
 */
export interface ProtectedTerm {
  readonly kind: 'name' | 'words' | 'phrase' | 'number'
  readonly text: string
}
