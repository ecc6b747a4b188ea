import type { FieldOrigin } from '#shared/model/article'

/** What a page states of itself, by what it is. */
export type FactName =
  | 'headline'
  | 'byline'
  | 'publisher'
  | 'published'
  | 'modified'
  | 'language'
  | 'url'
  | 'uri'
  | 'keywords'
  | 'description'
  | 'picture'
  | 'copyrightNotice'

/** A value as it stands, and where. Several values of one place (authors, keywords) are one fact. */
export interface Fact {
  readonly name: FactName
  readonly from: FieldOrigin
  readonly values: readonly string[]
}
