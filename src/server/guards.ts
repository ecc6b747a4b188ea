import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Headers as they came, each with all its values: of two, one reader would take the first and another the last. */
export type DistinctHeaders = Readonly<Record<string, string[] | undefined>>

const isAlone = (values: readonly string[] | undefined, value: string): boolean =>
  values?.length === 1 && values[0] === value

/** Host must be ours to the letter, so that no other name can be made to lead here (DNS rebinding). */
export const isOurHost = (headers: DistinctHeaders, authority: string): boolean =>
  isAlone(headers['host'], authority)

/** Origin must be ours; its absence counts as another's. */
export const isOurOrigin = (headers: DistinctHeaders, authority: string): boolean =>
  isAlone(headers['origin'], `http://${authority}`)

/** For what an address bar may ask for too: no Origin at all is fine, another's is not. */
export const isNotForeignOrigin = (headers: DistinctHeaders, authority: string): boolean =>
  headers['origin'] === undefined || isOurOrigin(headers, authority)

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in a time that says nothing about where the two differ. */
export const isToken = (given: string | undefined, token: string): boolean =>
  given !== undefined && timingSafeEqual(digest(given), digest(token))

/** `Authorization: Bearer <token>`. */
export const bearerOf = (headers: IncomingHttpHeaders): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]{1,100})$/.exec(headers.authorization ?? '')?.[1]

/** A body without a declared length is counted as it comes; one that declares too much is not even begun. */
export const declaresTooMuch = (headers: IncomingHttpHeaders, limit: number): boolean =>
  Number(headers['content-length'] ?? 0) > limit
