import type { RecordSet } from '#shared/model/records'
import { confidentialSources, namesOf } from './confidentialTerms'

/** `name`: also as it sounds in other scripts; `words`: whole texts; `number`: digits as they stand. */
export interface ProtectedTerm {
  readonly kind: 'name' | 'words' | 'number'
  readonly text: string
}

/** Shorter texts ('ok') stand in any other text and tell nothing. */
const shortestWords = 12

const lettersOf = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length

/** Decimal places by which a place is told to about a hundred metres. */
const telling = 3

const decimalsOf = (value: number): string[] => {
  const [whole = '', decimals = ''] = String(Math.abs(value)).split('.')
  return decimals.length < telling ? [] : [`${whole}.${decimals.slice(0, 4)}`]
}

/** What must stand nowhere in a redacted pack: names, notes, how evidence was obtained, house notes, positions, serial numbers. */
export const protectedTerms = (records: RecordSet, serials: readonly string[]): readonly ProtectedTerm[] => {
  const names = confidentialSources(records.sources).flatMap(namesOf)
  const words = [
    ...records.notes.map(({ text }) => text),
    ...records.claims.flatMap(({ evidence }) => evidence.flatMap(({ obtained }) => obtained ?? [])),
    ...records.sources.flatMap(({ houseNote }) => houseNote ?? []),
  ].filter((text) => lettersOf(text) >= shortestWords)
  const numbers = records.photos.flatMap(({ position }) =>
    position ? [...decimalsOf(position.latitude), ...decimalsOf(position.longitude)] : [],
  )
  const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
  return [
    ...unique(names).map((text) => ({ kind: 'name' as const, text })),
    ...unique([...words, ...serials]).map((text) => ({ kind: 'words' as const, text })),
    ...unique(numbers).map((text) => ({ kind: 'number' as const, text })),
  ]
}
