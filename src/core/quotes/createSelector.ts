import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import type { PassageTarget } from '#shared/model/selector'
import { textAfter, textBefore } from './textAround'
import { readVersionText, unitOf, type VersionText } from './versionText'

/** A place in a version: code points of a passage's text before it. */
export interface PassagePlace {
  readonly passage: string
  readonly offset: number
}

export interface Selection {
  readonly from: PassagePlace
  readonly to: PassagePlace
}

/** The target for the units `[start, end)` of a version's text. */
export const targetAt = (
  { articleId, id }: Pick<Version, 'articleId' | 'id'>,
  text: VersionText,
  start: number,
  end: number,
): PassageTarget => {
  const line = text.lineAt(start)
  if (!line) throw new CuttingsError('bad-input', { reason: 'the text has no passage at this place' })
  return {
    articleId,
    versionId: id,
    passage: line.label,
    selector: {
      exact: text.text.slice(start, end),
      prefix: textBefore(text.text, start),
      suffix: textAfter(text.text, end),
      start: text.toCodePoint(start),
      end: text.toCodePoint(end),
      textSha256: text.sha256(),
    },
  }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The beginning, or the end, of the character that a unit of a line lies in: never between a letter and its marks. */
const wholeCharacter = (line: string, unit: number, side: 'start' | 'end'): number => {
  // A character that begins far before would be a fault of the text; near the place is enough to look at.
  const from = Math.max(0, unit - 64)
  const begin = from === 0 ? 0 : from + ((line.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
  const segment = graphemes.segment(line.slice(begin, unit + 64)).containing(unit - begin)
  if (!segment || segment.index + begin === unit) return unit
  return begin + segment.index + (side === 'start' ? 0 : segment.segment.length)
}

const unitAt = (text: VersionText, { passage, offset }: PassagePlace, side: 'start' | 'end'): number => {
  const line = text.lines.find(({ label }) => label === passage)
  if (!line) throw new CuttingsError('not-found', { what: 'passage' })
  if (offset > line.end - line.start)
    throw new CuttingsError('bad-input', { reason: `passage ${passage} is shorter than the selection` })
  return text.startOf(line) + wholeCharacter(line.text, unitOf(line.text, offset), side)
}

/**
 * What was selected in a version, as quote and position in its article.txt. Blanks at both ends are left out, and no
 * character is cut. Throws `not-found` for a passage and `bad-input` for a selection without words.
 */
export const createSelector = (version: Version, { from, to }: Selection): PassageTarget => {
  const text = readVersionText(version)
  let start = unitAt(text, from, 'start')
  let end = unitAt(text, to, 'end')
  while (start < end && /\s/u.test(text.text[start] ?? '')) start += 1
  while (end > start && /\s/u.test(text.text[end - 1] ?? '')) end -= 1
  if (start >= end) throw new CuttingsError('bad-input', { reason: 'the selection holds no words' })
  return targetAt(version, text, start, end)
}
