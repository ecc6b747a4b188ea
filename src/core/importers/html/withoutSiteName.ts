import { factText } from './factText'

/** A colon parts a title from its own second half more often than from a site. */
const parts = /\s+(?:[|\-–—·•»/]|::)\s+|\s*[|_]\s*/u

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const hostOf = (url: string | undefined): string =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''

export interface TitleContext {
  readonly publisher?: string | undefined
  readonly url?: string | undefined
  readonly headings: readonly string[]
}

/**
 * A title of a page without the name of the site that is put behind or before it: what equals the publisher, the host, or
 * what remains when the page's own main heading is taken away. Else it stays as it is.
 */
export const withoutSiteName = (title: string, { publisher, url, headings }: TitleContext): string => {
  const heading = headings.map(factText).find((one) => one !== '' && one !== title && title.includes(one))
  const rest = heading === undefined ? [] : title.split(heading)
  if (heading !== undefined && rest.some((one) => one === '') && folded(heading).length > 8) {
    const other = rest.join('').trim()
    if (/^(?:[|\-–—·•»:/_]|::)\s|\s(?:[|\-–—·•«:/_]|::)$|^[|_]|[|_]$/u.test(other)) return heading
  }
  const names = new Set([publisher ?? '', hostOf(url), hostOf(url).split('.')[0] ?? ''].map(folded))
  names.delete('')
  for (const [cut, isName] of cutsOf(title)) if (names.has(folded(isName)) && cut !== '') return cut
  return title
}

/** Each way to cut a title into what is said and a site's name, at its ends. */
const cutsOf = (title: string): readonly (readonly [string, string])[] => {
  const pieces = title.slice(0, 400).split(parts)
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  if (pieces.length < 2 || title.length > 400) return []
  const before = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•»:/_]+$/u, '')
  const after = title.slice(first.length).replace(/^[\s|\-–—·•»:/_]+/u, '')
  return [
    [before, last],
    [after, first],
  ]
}

/** Words of what is kept, at least, and of what is cut, at most. */
const fewestKept = 4
const mostCut = 6

/** A title without what stands after its last sign of division: a site's name, as a rule. Undefined where it may not be. */
export const withoutLastPart = (title: string): string | undefined => {
  const [cut] = cutsOf(title)
  const [kept = '', last = ''] = cut ?? []
  const words = (text: string): number =>
    text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return words(kept) >= fewestKept && words(last) <= mostCut && kept.length > last.length ? kept : undefined
}
