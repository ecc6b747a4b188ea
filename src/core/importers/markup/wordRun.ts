import type { PassageLink } from '#shared/model/article'
import { CuttingsError } from '#shared/errors'
import { cleanText } from '../text/cleanText'

/** Words and links of a passage while they are gathered. */
export interface WordRun {
  /** Adds text as the markup has it: any run of white space counts as one space. */
  readonly add: (text: string, url?: string) => void
  readonly isEmpty: () => boolean
  /** The passage, and an empty run again; undefined where there are no words. */
  readonly take: () => { readonly text: string; readonly links: readonly PassageLink[] } | undefined
}

/** Characters of one passage, at most: each is cleaned and compared as a whole. */
export const longestPassage = 4_000_000

/** White space of HTML; no-break spaces are words' own. */
const spaces = /[ \t\n\r\f]+/g

/** White space between two pieces, as it is kept: a no-break space stays one, as does a single space of another width. */
const gapIn = (space: string): string => {
  const shown = space.replaceAll('\ufeff', '')
  if (shown === '' || /^[\u2000-\u200a\u3000]$/.test(shown)) return shown
  return shown.includes('\u00a0') ? '\u00a0' : ' '
}

const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * Offsets hold for the text as it is returned: where cleaning changed it beyond its pieces, links are left out.
 * Throws `limit`.
 */
export const createWordRun = (): WordRun => {
  let pieces: string[] = []
  let links: PassageLink[] = []
  let length = 0
  let endsInSpace = true
  const clear = (): void => {
    pieces = []
    links = []
    length = 0
    endsInSpace = true
  }
  return {
    add: (text, url) => {
      if (length + text.length > longestPassage)
        throw new CuttingsError('limit', { what: 'characters in one passage', most: longestPassage })
      const single = text.replace(spaces, ' ')
      const core = cleanText(single)
      const head = endsInSpace ? '' : gapIn(single.slice(0, single.length - single.trimStart().length))
      const tail = core === '' ? '' : gapIn(single.slice(single.trimEnd().length))
      const piece = `${head}${core}${tail}`
      if (piece === '') return
      const start = length + head.length
      pieces.push(piece)
      length += codePoints(piece)
      endsInSpace = core === '' || tail !== ''
      const end = length - tail.length
      const last = links.at(-1)
      if (url === undefined || end <= start) return
      // One link whose words are of several elements, or two to one place with nothing between them.
      if (last?.url === url && start - last.end <= 1) links[links.length - 1] = { ...last, end }
      else links.push({ start, end, url })
    },
    isEmpty: () => length === 0,
    take: () => {
      const gathered = pieces.join('').trimEnd()
      const text = cleanText(gathered)
      const kept = text === gathered ? links : []
      clear()
      return text === '' ? undefined : { text, links: kept }
    },
  }
}
