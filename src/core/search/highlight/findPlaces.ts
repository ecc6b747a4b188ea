import type { Place } from '#shared/contract/search'
import type { Analyser } from '#core/search/analysis/analyser'
import type { Plan } from '#core/search/query/plan'
import type { DocumentText, PlaceRanges, SearchDocument } from '#core/search/types'
import { toCodePoints, toWholeCharacters, type Stretch } from './codePoints'
import { createMarker } from './markText'
import { createRecentTokens } from './recentTokens'
import { cutSnippet } from './snippet'

interface Found {
  readonly order: number
  readonly text: DocumentText
  readonly stretches: readonly Stretch[]
  readonly different: number
  readonly foundAs: readonly string[]
}

/** The places of a document that are shown, and how many there are. Where none is, its first words are shown. */
export interface ShownPlaces {
  readonly places: readonly Place[]
  readonly placesTotal: number
  readonly foundAs?: readonly string[]
}

/** What is found by its fields alone, as in `language:ru`, is shown by how its text begins. */
const beginning = ({ texts }: SearchDocument): DocumentText | undefined =>
  texts.find(({ field }) => field === 'text') ?? texts.find(({ field }) => field !== 'headline') ?? texts[0]

const where = ({ field, passage }: DocumentText): { field: string; passage?: string } => ({
  field,
  ...(passage === undefined ? {} : { passage }),
})

/** Finds where documents match a query, by analysing their texts again: only for what is shown. */
export interface PlaceFinder {
  /** The places with the most different words of the query, in the order of the text; else how the text begins. */
  readonly best: (document: SearchDocument, most: number) => ShownPlaces
  /** Every place, with ranges into the whole of each text. */
  readonly all: (document: SearchDocument) => readonly PlaceRanges[]
}

/** Cuts a text into characters as people see them. */
type Characters = (text: string) => Intl.Segments

/** Made for the first text that is shown: it takes longer to load than the first query to answer. */
const createCharacters = (): Characters => {
  let segmenter: Intl.Segmenter | undefined
  return (text) => {
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
    return segmenter.segment(text)
  }
}

/** One for many queries (`checkpoint` as in `Scratch`, between texts): what cuts texts into characters is slow to make, and the texts that are shown are often the same. */
export const createPlaceFinders = (
  analyser: Analyser,
  checkpoint: () => void = () => undefined,
): ((plan: Plan) => PlaceFinder) => {
  const characters = createCharacters()
  const tokenise = createRecentTokens(analyser.tokenise)
  return (plan) => {
    const mark = createMarker(plan, tokenise)
    const markNext: typeof mark = (text, field) => {
      checkpoint()
      return mark(text, field)
    }
    return createPlaceFinder(markNext, characters)
  }
}

const createPlaceFinder = (mark: ReturnType<typeof createMarker>, characters: Characters): PlaceFinder => {
  const find = (document: SearchDocument): Found[] =>
    document.texts
      .map((text, order) => ({ order, text, ...mark(text.text, text.field) }))
      .filter(({ stretches }) => stretches.length > 0)

  const place = ({ text, stretches }: Pick<Found, 'text' | 'stretches'>): Place => {
    const graphemes = characters(text.text)
    return {
      ...where(text),
      ...cutSnippet(text.text, graphemes, toWholeCharacters(graphemes, text.text, stretches)),
    }
  }

  return {
    best: (document, most) => {
      const found = find(document)
      const first = found.length === 0 && most > 0 ? beginning(document) : undefined
      if (first) return { places: [place({ text: first, stretches: [] })], placesTotal: 0 }
      const chosen = [...found].sort((a, b) => b.different - a.different || a.order - b.order).slice(0, most)
      const foundAs = [...new Set(found.flatMap((each) => each.foundAs))]
      return {
        places: chosen.sort((a, b) => a.order - b.order).map(place),
        placesTotal: found.length,
        ...(foundAs.length === 0 ? {} : { foundAs }),
      }
    },
    all: (document) =>
      find(document).map(({ text, stretches }) => {
        const graphemes = characters(text.text)
        return {
          ...where(text),
          ranges: toCodePoints(text.text, toWholeCharacters(graphemes, text.text, stretches)),
        }
      }),
  }
}
