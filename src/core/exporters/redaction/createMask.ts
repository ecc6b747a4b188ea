import type { TermFinder } from './createTermFinder'

/** Stands for what was taken out; of one length, so that it does not tell how long that was. */
export const withheld = '[withheld]'

/** A text in which something was replaced, and how places in it moved. Offsets are code points. */
export interface Masked {
  readonly text: string
  /** Where a place of the old text is in the new one; inside what was taken out, its `edge`. */
  readonly move: (offset: number, edge: 'start' | 'end') => number
}

interface Edit {
  readonly start: number
  readonly end: number
}

const length = (text: string): number => Array.from(text).length
const withheldLength = length(withheld)

const mover =
  (edits: readonly Edit[]): Masked['move'] =>
  (offset, edge) => {
    let shift = 0
    for (const { start, end } of edits) {
      if (offset <= start) break
      if (offset < end) return start + shift + (edge === 'start' ? 0 : withheldLength)
      shift += withheldLength - (end - start)
    }
    return offset + shift
  }

export type Mask = (text: string) => Masked

/** Replaces each term that the finder finds. */
export const createMask =
  (finder: TermFinder): Mask =>
  (text) => {
    const places = finder.find(text)
    if (places.length === 0) return { text, move: (offset) => offset }
    const edits: Edit[] = []
    let masked = ''
    let at = 0
    let points = 0
    for (const { start, end } of places) {
      points += length(text.slice(at, start))
      const before = points
      points += length(text.slice(start, end))
      edits.push({ start: before, end: points })
      masked += text.slice(at, start) + withheld
      at = end
    }
    return { text: masked + text.slice(at), move: mover(edits) }
  }
