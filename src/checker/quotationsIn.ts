import { readText } from './readText'
import type { DroppedPack } from './types'

/** Words that the pack says stand in one of its texts; offsets are code points. */
export interface Quotation {
  /** The text, from the pack's folder. */
  readonly path: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type JsonObject = { readonly [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? value : []).filter(isObject)

const read = async (pack: DroppedPack, path: string): Promise<Json | undefined> => {
  const file = pack.files.get(path)
  if (!file) return undefined
  try {
    return JSON.parse(await readText(file)) as Json
  } catch {
    // What is no JSON any more is a changed file, which the digests say.
    return undefined
  }
}

const placed = (path: string, place: JsonObject, quote: JsonObject): Quotation[] => {
  const { start, end } = place
  if (typeof start !== 'number' || typeof end !== 'number' || textIn(quote['exact']) === '') return []
  const [exact, prefix, suffix] = ['exact', 'prefix', 'suffix'].map((name) => textIn(quote[name]))
  return [{ path, exact: exact ?? '', prefix: prefix ?? '', suffix: suffix ?? '', start, end }]
}

/** Citations are Web Annotations: a place and a quotation in a text that is named by its path from their folder. */
const ofAnnotation = (annotation: JsonObject): Quotation[] => {
  const { target } = annotation
  if (!isObject(target)) return []
  const selectors = objectsIn(target['selector'])
  const place = selectors.find(({ type }) => type === 'TextPositionSelector')
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const path = textIn(target['source']).replace(/^\.\.\//, 'data/')
  return place && quote ? placed(path, place, quote) : []
}

/** Claims name their text by its SHA-256: the manifest says which file that is. */
const ofClaim = (claim: JsonObject, paths: ReadonlyMap<string, string>): Quotation[] =>
  [claim, ...objectsIn(claim['evidence'])].flatMap(({ target }) => {
    const selector = isObject(target) ? target['selector'] : undefined
    if (!isObject(selector)) return []
    const sha256 = textIn(selector['textSha256'])
    return placed(paths.get(sha256) ?? `the text with SHA-256 ${sha256}`, selector, selector)
  })

/** Every quotation that the pack's citations and claims hold; `payload` are the digests by path. */
export const quotationsIn = async (
  pack: DroppedPack,
  payload: ReadonlyMap<string, string>,
): Promise<readonly Quotation[]> => {
  const citations = await read(pack, 'data/citations/citations.jsonld')
  const claims = await read(pack, 'data/claims/claims.json')
  const paths = new Map([...payload].map(([path, digest]) => [digest, path]))
  return [
    ...objectsIn(isObject(citations) ? citations['items'] : undefined).flatMap(ofAnnotation),
    ...objectsIn(claims).flatMap((claim) => ofClaim(claim, paths)),
  ]
}
