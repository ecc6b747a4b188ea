import type { ChildNode } from 'domhandler'

/** A text as a news format carries it: lines of plain text, HTML in a string, or elements of the file itself. */
export type StatedText =
  | { readonly form: 'plain'; readonly text: string }
  | { readonly form: 'html'; readonly text: string }
  | { readonly form: 'nodes'; readonly nodes: readonly ChildNode[] }

/** A picture that belongs to the item. `addresses` are those of all its renditions, the one to keep first. */
export interface StatedPicture {
  readonly caption?: string | undefined
  readonly credit?: string | undefined
  readonly altText?: string | undefined
  readonly addresses: readonly string[]
}

/** Fields of an article of which the first value is taken and every other one is kept as an alternative. */
export const singleFields = [
  'headline',
  'byline',
  'dateline',
  'publisher',
  'published',
  'modified',
  'language',
  'url',
  'uri',
  'pubStatus',
  'copyrightNotice',
] as const

/** Fields that hold all of their values. */
export const listFields = ['keywords', 'persons', 'places', 'infoSources'] as const

/** What no field of the record holds; kept, as it stands, among the values that were found. */
export const remarkFields = [
  'copyrightHolder',
  'usageTerms',
  'edNote',
  'embargoedUntil',
  'organisations',
] as const

export type SingleField = (typeof singleFields)[number]
export type ListField = (typeof listFields)[number]
export type RemarkField = (typeof remarkFields)[number]
export type StatedField = SingleField | ListField | RemarkField

/**
 * What feeds, ninjs and NewsML say of one text, before it is an article: values as they stand, in order of preference.
 * Times are in any form that `readNewsDate` knows.
 */
export interface StatedItem {
  readonly values: Readonly<Partial<Record<StatedField, readonly string[]>>>
  /** Short texts that go before the body, each a summary point. */
  readonly summaries: readonly StatedText[]
  /** Renditions of one text, the preferred one first where they are equally full. */
  readonly bodies: readonly StatedText[]
  /** What follows the body, such as contacts of a press release. */
  readonly endings?: readonly StatedText[]
  readonly pictures: readonly StatedPicture[]
  readonly doubts: readonly { readonly field: string; readonly message: string }[]
  /** Address against which relative addresses are read. */
  readonly base?: string | undefined
}
