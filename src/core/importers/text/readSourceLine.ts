import type { ParsedArticle } from '#shared/model/parsed'
import { splitCites } from './citeList'
import { cleanText } from './cleanText'
import { knownSource } from './knownSources'
import { sourceListOf } from './sourceMark'

type Cite = ParsedArticle['sourceLines'][number]['cites'][number]

export interface ReadSourceLine {
  readonly cites: Cite[]
  readonly doubt?: string
}

/** '(AP)' alone on a line. */
const bracketed = /^[([]\s*([^()[\]]{2,60}?)\s*[)\]]$/

const hostOf = (address: string): string | undefined => {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).host.replace(/^www\./, '')
}

const toCite = (literal: string): Cite => {
  const clean = cleanText(literal)
  const known = knownSource(clean)
  if (known) return { literal, ...known }
  return { literal, name: hostOf(clean) ?? (clean || literal) }
}

/** Reads a line that names sources and does nothing else; undefined where it is not one. `raw` is the line as printed. */
export const readSourceLine = (raw: string): ReadSourceLine | undefined => {
  const alone = bracketed.exec(raw)?.[1]
  const list = alone !== undefined && knownSource(alone) ? alone : sourceListOf(raw)
  if (list === undefined) return undefined
  const { names, doubt } = splitCites(list)
  return { cites: names.map(toCite), ...(doubt === undefined ? {} : { doubt }) }
}
