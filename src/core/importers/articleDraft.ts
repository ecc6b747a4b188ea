import type { Doubt, FurnitureReason, PassageKind, PassageLink } from '#shared/model/article'
import type { ParsedArticle, ParsedSlot, ParsedSourceLine } from '#shared/model/parsed'
import { createPassageCount } from './passageLimit'

/** What a passage may have beside its text. */
export interface PassageMore {
  readonly page?: number | undefined
  readonly language?: string | undefined
  readonly links?: readonly PassageLink[] | undefined
}

/** An article while it is read: things are added in the order of the text. Texts come clean (`cleanText`) and not empty. */
export interface ArticleDraft {
  /** Returns the label. Throws `limit` where there are too many. */
  readonly addPassage: (kind: PassageKind, text: string, more?: PassageMore) => string
  /** False where no passage precedes the line, so that it cannot be said to follow one. */
  readonly addSourceLine: (literal: string, cites: ParsedSourceLine['cites'], doubt?: string) => boolean
  /** A place for a picture after the last passage, if there is one; its place is as the text has it. */
  readonly addSlot: (slot: Omit<ParsedSlot, 'number' | 'placedAfter' | 'placement'>) => void
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
  footnote: 'f',
}

const known = ({ page, language, links }: PassageMore): PassageMore => ({
  ...(page === undefined ? {} : { page }),
  ...(language === undefined ? {} : { language }),
  ...(links === undefined || links.length === 0 ? {} : { links }),
})

export const createArticleDraft = (): ArticleDraft => {
  const countPassage = createPassageCount()
  const counts = new Map<PassageKind, number>()
  const passages: ParsedArticle['passages'] = []
  const sourceLines: ParsedArticle['sourceLines'] = []
  const slots: ParsedArticle['slots'] = []
  const furniture: ParsedArticle['furniture'] = []
  const doubts: Doubt[] = []
  const lastLabel = (): string | undefined => passages.at(-1)?.label
  return {
    addPassage: (passageKind, text, more = {}) => {
      countPassage()
      const count = (counts.get(passageKind) ?? 0) + 1
      counts.set(passageKind, count)
      const label = `${prefixes[passageKind]}${count}`
      const passage = { label, ordinal: passages.length + 1, passageKind, text, ...known(more) }
      passages.push(passage as ParsedArticle['passages'][number])
      return label
    },
    addSourceLine: (literal, cites, doubt) => {
      const after = lastLabel()
      if (after === undefined) return false
      sourceLines.push({ after, literal, order: sourceLines.length + 1, cites })
      if (doubt !== undefined) doubts.push({ field: 'sourceLines', message: doubt })
      return true
    },
    addSlot: (slot) => {
      const placedAfter = lastLabel()
      const place = placedAfter === undefined ? {} : { placedAfter }
      slots.push({ number: slots.length + 1, placement: 'stated', ...place, ...slot })
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
