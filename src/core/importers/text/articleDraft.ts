import type { Doubt, FurnitureReason, PassageKind } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import type { ReadSourceLine } from './readSourceLine'

/** An article while it is read: things are added in the order of the text. */
export interface ArticleDraft {
  readonly addPassage: (kind: PassageKind, text: string) => string
  /** False where no passage precedes the line, so that it cannot be said to follow one. */
  readonly addSourceLine: (literal: string, line: ReadSourceLine) => boolean
  readonly addCredit: (credit: string) => void
  readonly addFurniture: (text: string, reason: FurnitureReason) => void
  readonly doubt: (field: string, message: string) => void
  readonly lastLabel: () => string | undefined
  readonly parts: () => Pick<ParsedArticle, 'passages' | 'sourceLines' | 'slots' | 'furniture' | 'doubts'>
}

const prefixes: Readonly<Record<PassageKind, string>> = {
  summary: 's',
  heading: 'h',
  paragraph: '',
  quote: 'q',
  listItem: 'l',
  caption: 'c',
}

export const createArticleDraft = (): ArticleDraft => {
  const counts: Record<PassageKind, number> = {
    summary: 0,
    heading: 0,
    paragraph: 0,
    quote: 0,
    listItem: 0,
    caption: 0,
  }
  const passages: ParsedArticle['passages'] = []
  const sourceLines: ParsedArticle['sourceLines'] = []
  const slots: ParsedArticle['slots'] = []
  const furniture: ParsedArticle['furniture'] = []
  const doubts: Doubt[] = []
  const lastLabel = (): string | undefined => passages.at(-1)?.label
  return {
    addPassage: (passageKind, text) => {
      counts[passageKind] += 1
      const label = `${prefixes[passageKind]}${counts[passageKind]}`
      passages.push({ label, ordinal: passages.length + 1, passageKind, text })
      return label
    },
    addSourceLine: (literal, line) => {
      const after = lastLabel()
      if (after === undefined) return false
      sourceLines.push({ after, literal, order: sourceLines.length + 1, cites: line.cites })
      if (line.doubt) doubts.push({ field: 'sourceLines', message: line.doubt })
      return true
    },
    addCredit: (credit) => {
      const placedAfter = lastLabel()
      const place = placedAfter === undefined ? {} : { placedAfter }
      slots.push({ number: slots.length + 1, placement: 'stated', credit, ...place })
    },
    addFurniture: (text, reason) => {
      furniture.push({ text, reason })
    },
    doubt: (field, message) => {
      doubts.push({ field, message })
    },
    lastLabel,
    parts: () => ({ passages, sourceLines, slots, furniture, doubts }),
  }
}
