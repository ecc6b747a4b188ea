import * as z from 'zod'
import { passageLabel } from '../model/article'
import { itemKind } from '../model/kinds'
import { id, language } from '../model/scalars'
import { indexState } from './library'
import { reads } from './base'

/** `[start, end)` in Unicode code points. */
const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()])

/** One place where an item matches: a passage, or a field such as `headline`. */
export const place = z.object({
  field: z.string(),
  passage: passageLabel.optional(),
  /** A piece of the text around the first match; `ranges` are offsets into it. */
  snippet: z.string(),
  ranges: z.array(range),
})

export const hit = z.object({
  id,
  kind: itemKind,
  title: z.string(),
  subtitle: z.string().optional(),
  published: z.string().optional(),
  language: language.optional(),
  score: z.number(),
  /** The best places, in the order of the text; `placesTotal` counts all. */
  places: z.array(place),
  placesTotal: z.int(),
})

/** Why a query was read as plain words. `at` is the code point where the syntax broke off. */
export const queryNote = z.object({
  code: z.enum([
    'unclosed-quote',
    'unclosed-parenthesis',
    'unexpected-parenthesis',
    'missing-operand',
    'unknown-field',
    'unknown-value',
    'bad-date',
    'bad-distance',
    'only-negation',
    'too-long',
  ]),
  at: z.int().nonnegative(),
  word: z.string().optional(),
})

export const searchResult = z.object({
  readAs: z.enum(['query', 'words']),
  notes: z.array(queryNote),
  total: z.int(),
  /** How many match of each kind and each language: each counted within what is chosen of the other. */
  facets: z.object({
    kinds: z.array(z.object({ kind: itemKind, count: z.int() })),
    languages: z.array(z.object({ language, count: z.int() })),
  }),
  hits: z.array(hit),
  /** Milliseconds in the core. */
  elapsed: z.number(),
  index: indexState,
  /** Of several words without a hit together: those that occur nowhere in the archive. */
  unknownWords: z.array(z.string()),
})

export const search = {
  query: reads
    .input(
      z.object({
        text: z.string().max(2000),
        kinds: z.array(itemKind).optional(),
        languages: z.array(language).optional(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(200).default(50),
        placesPerHit: z.int().min(1).max(50).default(4),
      }),
    )
    .output(searchResult),
  /** Every match inside one item, by passage and field, with offsets into the whole text of each. */
  places: reads
    .input(z.object({ text: z.string().max(2000), id }))
    .output(
      z.array(z.object({ field: z.string(), passage: passageLabel.optional(), ranges: z.array(range) })),
    ),
}

export type Range = z.infer<typeof range>
export type Place = z.infer<typeof place>
export type Hit = z.infer<typeof hit>
export type QueryNote = z.infer<typeof queryNote>
export type SearchResult = z.infer<typeof searchResult>
