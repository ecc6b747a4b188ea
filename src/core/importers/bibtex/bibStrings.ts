import { CuttingsError } from '#shared/errors'
import { checkFieldLength } from '../cslJson/referenceLimits'
import { monthOf } from '../text/monthNames'
import type { ValuePiece } from './readValue'

/** Characters that abbreviations may stand for in one file, all uses together: strings made of strings grow fast. */
export const mostExpanded = 50_000_000

export interface BibStrings {
  readonly define: (name: string, pieces: readonly ValuePiece[]) => void
  /** The text of a value; `unknown` are the names in it that are defined nowhere before, which stay as they are. */
  readonly textOf: (pieces: readonly ValuePiece[]) => {
    readonly text: string
    readonly unknown: readonly string[]
  }
}

/** The abbreviations of a file (`@string`): each is known from where it is defined, as in BibTeX. Months are known. */
export const createBibStrings = (): BibStrings => {
  const strings = new Map<string, string>()
  let expanded = 0
  const valueOf = (name: string): string | undefined => {
    const value = strings.get(name.toLowerCase())
    expanded += value?.length ?? 0
    if (expanded > mostExpanded)
      throw new CuttingsError('limit', { what: 'characters from abbreviations', most: mostExpanded })
    return value
  }
  const textOf: BibStrings['textOf'] = (pieces) => {
    const unknown: string[] = []
    let text = ''
    for (const piece of pieces) {
      const known = piece.bare && !/^\d+$/.test(piece.text) ? valueOf(piece.text) : piece.text
      if (known === undefined && monthOf(piece.text) === undefined) unknown.push(piece.text)
      text += known ?? piece.text
      checkFieldLength(text.length)
    }
    return { text, unknown }
  }
  return {
    define: (name, pieces) => {
      strings.set(name.toLowerCase(), textOf(pieces).text)
    },
    textOf,
  }
}
