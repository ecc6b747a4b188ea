import { knownSource } from './knownSources'

/** The names in a list as printed, and a doubt where it could be read otherwise. */
export interface CiteList {
  readonly names: readonly string[]
  readonly doubt?: string
}

const one = (name: string, doubt: string): CiteList => ({ names: [name], doubt })

/** Parts that belong to the name before a comma: companies, academic and family suffixes. */
const nameSuffix = /^(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|s\.?a|b\.?v|jr|sr|ph\.?d|m\.?d|esq|[ivx]+)\.?$/i

/** Words that outlets end their names with, so that two such names around 'and' are two. */
const outletWord =
  /\b(?:news|times|post|journal|herald|tribune|agency|press|tv|radio|today|magazine|review|gazette|daily|zeitung|weekly|mail|star|sun|mirror|observer|telegraph|chronicle)$/i

const conjunction = /\s+(?:and|und|et|y|e|og|och|en|и)\s+/iu

const isOutletLike = (name: string): boolean => knownSource(name) !== undefined || outletWord.test(name)

const startsLow = (name: string): boolean => /^\p{Ll}/u.test(name) && !knownSource(name)

const parted = (list: string, separator: RegExp | string): string[] =>
  list
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))

/** 'A and B' is two names where both look like an outlet's, or where a list was under way. */
const splitConjunction = (part: string, inList: boolean): CiteList => {
  const whole = part.replace(/^(?:and|und|et|y|og|och)\s+(?=\p{Lu})/u, '')
  if (knownSource(whole)) return { names: [whole] }
  const [left, right, ...more] = parted(whole, conjunction)
  if (left === undefined || right === undefined || more.length > 0) return splitSlash(whole)
  if (inList || (isOutletLike(left) && isOutletLike(right)))
    return { names: [...splitSlash(left).names, ...splitSlash(right).names] }
  return one(whole, `"${whole}" was read as one name.`)
}

/** 'A/B' is two names where one of them is known. */
const splitSlash = (part: string): CiteList => {
  if (!part.includes('/') || /^https?:/i.test(part)) return { names: [part] }
  const names = parted(part, /\s*\/\s*/)
  if (names.length < 2) return { names: [part] }
  return names.some((name) => knownSource(name)) ? { names } : one(part, `"${part}" was read as one name.`)
}

const joinLists = (lists: readonly CiteList[]): CiteList => {
  const doubts = lists.flatMap((list) => list.doubt ?? [])
  const names = lists.flatMap((list) => list.names)
  return doubts.length > 0 ? { names, doubt: doubts.join(' ') } : { names }
}

const splitCommas = (list: string): CiteList => {
  const parts = parted(list, /[,،、，]/)
  if (parts.length < 2) return splitConjunction(list, false)
  if (parts.some((part) => nameSuffix.test(part)))
    return one(list, `"${list}" was read as one name, because of the commas that belong to it.`)
  const [first = list, ...rest] = parts
  if (rest.some((part) => /\d/.test(part) || startsLow(part.replace(/^and\s+/, ''))))
    return one(knownSource(first) ? first : list, `In "${list}" it is not sure what is a source's name.`)
  return joinLists(parts.map((part, index) => splitConjunction(part, index === parts.length - 1)))
}

/** Without brackets around it, and without the full stop of a sentence; that of 'Inc.' or 'U.S.' stays. */
const trimList = (list: string): string => {
  const bare = list.replace(/[)\]]\s*$/, (end) => (/[([]/.test(list) ? end : '')).trim()
  return /(?:\b(?:inc|ltd|corp|co|jr|sr)|\b\p{Lu}\.?\p{Lu})\.$/iu.test(bare) ? bare : bare.replace(/\.$/, '')
}

/** The names in the list of a source line, in printed order and as printed. */
export const splitCites = (list: string): CiteList => {
  const bare = trimList(list)
  if (/^https?:\/\/\S+$/i.test(bare)) return { names: [bare] }
  const parts = parted(bare, /[;؛；]/)
  if (parts.length > 1) return joinLists(parts.map((part) => splitConjunction(part, false)))
  return splitCommas(bare)
}
