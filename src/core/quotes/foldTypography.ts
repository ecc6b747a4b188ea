import type { TypographicRule } from '#shared/contract/quotes'
import { foldings } from './typography'

/** A text without what is a matter of setting, and where each unit of it came from. */
export interface FoldedText {
  readonly text: string
  /** For each unit of `text`, the units of the source `[start, end)` that it stands for. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly folded: readonly AppliedFolding[]
}

/** What was folded: the rule, what stood there, and before which unit of the folded text. */
export interface AppliedFolding {
  readonly rule: TypographicRule
  readonly found: string
  readonly at: number
}

export const foldTypography = (source: string, joined = false): FoldedText => {
  const rules = foldings(joined)
  let text = ''
  const [starts, ends]: [number[], number[]] = [[], []]
  const folded: AppliedFolding[] = []
  const push = (as: string, start: number, end: number): void => {
    for (let unit = 0; unit < as.length; unit += 1) {
      starts.push(start)
      ends.push(end)
    }
    text += as
  }
  for (let at = 0; at < source.length;) {
    // Most characters: no rule begins with one of these.
    const applied = /[A-Za-z0-9,;]/.test(source[at] ?? '')
      ? undefined
      : rules.find(({ pattern }) => {
          pattern.lastIndex = at
          return pattern.test(source)
        })
    if (applied) {
      const end = applied.pattern.lastIndex
      const found = source.slice(at, end)
      const as = applied.fold(found)
      if (as !== found) folded.push({ rule: applied.rule, found, at: text.length })
      push(as, at, end)
      at = end
      continue
    }
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
    push(character, at, at + character.length)
    at += character.length
  }
  return { text, starts, ends, folded }
}
