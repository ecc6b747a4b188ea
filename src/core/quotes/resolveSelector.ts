import type { Version } from '#shared/model/article'
import type { PassageTarget, TextSelector } from '#shared/model/selector'
import type { Resolution } from '#shared/contract/quotes'
import { compareWords } from '../versions/compareWords'
import { targetAt } from './createSelector'
import { proposePlace } from './proposePlace'
import { textAfter, textBefore } from './textAround'
import { readVersionText, type VersionText } from './versionText'

/** The selector of a target; of a whole passage, the one that its version gives. */
const selectorIn = (target: PassageTarget, own: VersionText, version: Version): TextSelector | undefined => {
  const { selector } = target
  if (!selector) {
    const line = own.lines.find(({ label }) => label === target.passage)
    if (!line || line.text === '') return undefined
    const start = own.startOf(line)
    return targetAt(version, own, start, start + line.text.length).selector
  }
  const [start, end] = [own.toUnit(selector.start), own.toUnit(selector.end)]
  const isOwn = own.sha256() === selector.textSha256 && own.text.slice(start, end) === selector.exact
  return isOwn ? selector : undefined
}

interface Occurrence {
  readonly unit: number
  readonly before: boolean
  readonly after: boolean
}

/** Places of equal words that are looked at: words that stand there more often are told apart by nobody. */
const mostOccurrences = 10_000

const occurrencesOf = (selector: TextSelector, { text }: VersionText): Occurrence[] => {
  const found: Occurrence[] = []
  for (
    let unit = text.indexOf(selector.exact);
    unit >= 0 && found.length < mostOccurrences;
    unit = text.indexOf(selector.exact, unit + 1)
  )
    found.push({
      unit,
      before: textBefore(text, unit) === selector.prefix,
      after: textAfter(text, unit + selector.exact.length) === selector.suffix,
    })
  return found
}

/**
 * Where the same words stand beyond doubt: with the same words on both sides, and nowhere else so; or once in the whole
 * text, with the same words on one side.
 */
const findExactly = (selector: TextSelector, text: VersionText): number | undefined => {
  const found = occurrencesOf(selector, text)
  const surrounded = found.filter(({ before, after }) => before && after)
  if (surrounded.length === 1) return surrounded[0]?.unit
  const old = text.toUnit(selector.start)
  if (surrounded.some(({ unit }) => unit === old)) return old
  const [only] = found
  return found.length === 1 && only && (only.before || only.after) ? only.unit : undefined
}

/**
 * Finds a target, made on `own`, in a version of the same article. In its own version it is where it was, or the text is
 * not the one that it refers to; in another one it is found word for word, or is an orphan with a proposal at most.
 */
export const resolveSelector = (target: PassageTarget, own: Version, version: Version): Resolution => {
  const ownText = readVersionText(own)
  const selector = selectorIn(target, ownText, own)
  if (!selector) return { state: 'other-text' }
  if (own.id === version.id) return { state: 'exact', place: 'unchanged', target }
  const text = readVersionText(version)
  const unit = findExactly(selector, text)
  if (unit !== undefined) {
    const place = text.toCodePoint(unit) === selector.start ? 'unchanged' : 'moved'
    return { state: 'exact', place, target: targetAt(version, text, unit, unit + selector.exact.length) }
  }
  const near = proposePlace(selector, text)
  if (!near) return { state: 'orphan' }
  const proposed = targetAt(version, text, near.start, near.end)
  return {
    state: 'orphan',
    proposal: {
      target: proposed,
      likeness: near.likeness,
      words: compareWords(selector.exact, proposed.selector?.exact ?? ''),
    },
  }
}
