import * as z from 'zod'
import { passageLabel } from '../model/article'
import { facetNames } from '../facets'
import { itemKind } from '../model/kinds'
import { longestAsked } from '../model/savedSearch'
import { id, language } from '../model/scalars'
import { facetFilter, sortOrder } from '../model/searchFilter'
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
  /** The best places, in the order of the text; `placesTotal` counts all: where it is 0, the one told is how the text begins. */
  places: z.array(place),
  placesTotal: z.int(),
  /** Words of the item that were found across scripts only: `Путин` by `Putin`. */
  foundAs: z.array(z.string()).optional(),
})

/** Why a query, or a part of it, was read as plain words. `at` is the code point where the syntax broke off. */
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

export const facetName = z.enum(facetNames)

/** How many results have each value, commonest first (months: all, in order), counted without what is included of this facet. */
export const facetCounts = z.object({
  facet: facetName,
  values: z.array(z.object({ value: z.string(), count: z.int().nonnegative() })),
  /** Values that are not told. */
  more: z.int().nonnegative(),
})

export const searchResult = z.object({
  readAs: z.enum(['query', 'words']),
  notes: z.array(queryNote),
  total: z.int(),
  /** Empty where the question asked for none. */
  facets: z.array(facetCounts),
  hits: z.array(hit),
  /** Milliseconds in the core. */
  elapsed: z.number(),
  index: indexState,
  /** Of several words without a hit together: those that occur nowhere in the archive. */
  unknownWords: z.array(z.string()),
  /** Whole queries of the archive's own words that the user may have meant, best first. */
  suggestions: z.array(z.string()),
})

const queryText = z.string().max(longestAsked)

/** What can stand in place of the code points `[from, to)`. */
export const completion = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  options: z.array(
    z.object({
      /** As it is put into the text: `source:`, `"Associated Press"`. */
      text: z.string(),
      kind: z.enum(['field', 'value', 'word', 'operator']),
      /** The name of the thing where the text is not it, such as a language's code. */
      detail: z.string().optional(),
      /** Items that it would match. */
      count: z.int().nonnegative().optional(),
    }),
  ),
})

/** How the code points `[from, to)` of a query were read; what is between spans is blank. */
export const explainedSpan = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  readAs: z.enum([
    'word',
    'beginning',
    'similar',
    'phrase',
    'near',
    'operator',
    'parenthesis',
    'field',
    'value',
    'date',
    'ignored',
  ]),
})

export const search = {
  /** An empty text with filters finds everything that passes them. */
  query: reads
    .input(
      z.object({
        text: queryText,
        filters: z.array(facetFilter).max(200).default([]),
        sort: sortOrder.default('relevance'),
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(200).default(50),
        placesPerHit: z.int().min(1).max(5000).default(4),
        /** Counting costs time; pages after the first don't need it. */
        facets: z.boolean().default(true),
      }),
    )
    .output(searchResult),
  /** Every match inside one item, by passage and field, with offsets into the whole text of each. */
  places: reads
    .input(z.object({ text: queryText, id }))
    .output(
      z.array(z.object({ field: z.string(), passage: passageLabel.optional(), ranges: z.array(range) })),
    ),
  /** How the text may go on at the code point `cursor`: names of fields, their values, words of the archive. At most 20. */
  complete: reads.input(z.object({ text: queryText, cursor: z.int().nonnegative() })).output(completion),
  /** How each part of the text is read, in order; the spans don't overlap. */
  explain: reads.input(z.object({ text: queryText })).output(z.array(explainedSpan)),
}

export type Range = z.infer<typeof range>
export type Place = z.infer<typeof place>
export type Hit = z.infer<typeof hit>
export type QueryNote = z.infer<typeof queryNote>
export type SearchResult = z.infer<typeof searchResult>
export type { FacetFilter } from '../model/searchFilter'
export type FacetCounts = z.infer<typeof facetCounts>
export type Completion = z.infer<typeof completion>
export type CompletionOption = Completion['options'][number]
export type ExplainedSpan = z.infer<typeof explainedSpan>
