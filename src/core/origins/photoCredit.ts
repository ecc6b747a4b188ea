import type { Photo } from '#shared/model/photo'
import { originKey } from './agencies'

/** Whom a photo is credited to: the words, and the keys of all whom they name. */
export interface PhotoCredit {
  readonly name: string
  readonly origins: ReadonlySet<string>
}

/** `Jane Doe/Reuters`, `AP Photo/Jane Doe`, `Photo: AFP`: one credit names several, each of whom may be named elsewhere. */
const namedIn = (credit: string): string[] =>
  [credit, ...credit.split(/[/|:;]| via /iu)]
    .map((part) => part.replace(/\b(?:photos?|pictures?|images?)\b/giu, ' ').trim())
    .filter((part) => part !== '')

/** By its credit line, its source and its creator, in that order; undefined where it says none of them. */
export const photoCredit = ({ fields }: Photo): PhotoCredit | undefined => {
  const credits = ['creditLine', 'source', 'creator'].map((field) => fields[field]?.trim() ?? '')
  const [name] = credits.filter((credit) => credit !== '')
  if (name === undefined) return undefined
  return { name, origins: new Set(credits.flatMap(namedIn).map(originKey)) }
}
