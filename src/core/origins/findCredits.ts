import { originKey } from './agencies'
import { creditPhrases, type CreditKind } from './creditPhrases'

/** One place in which a text says whose it is. */
export interface Credit {
  readonly kind: CreditKind
  /** As it stands there. */
  readonly name: string
  readonly key: string
  readonly phrase: string
  /** UTF-16 units of the text before the phrase. */
  readonly at: number
}

/** Units of each end of a text in which credits are looked for: they stand at its beginning or at its end. */
const mostAtEnds = 4000

/** The credits of a text, in order; those of one kind where that is all that is asked for. */
export const findCredits = (text: string, wanted?: CreditKind): Credit[] =>
  creditPhrases
    .filter(({ kind }) => wanted === undefined || kind === wanted)
    .flatMap(({ kind, pattern }) =>
      Array.from(text.matchAll(pattern), (match): Credit => {
        const name = (match.groups?.['name'] ?? match.groups?.['second'] ?? '').replace(/[.'’-]+$/u, '')
        return { kind, name, key: originKey(name), phrase: match[0].trim(), at: match.index }
      }),
    )
    .filter(({ key }) => key !== '')
    .sort((a, b) => a.at - b.at)

/** To whom a whole text credits itself, each once: what stands at its ends, in its byline and among its stated sources. */
export const creditsOf = (texts: readonly string[], stated: readonly string[]): Credit[] => {
  const all = texts.join('\n')
  const ends =
    all.length > 2 * mostAtEnds ? [all.slice(0, mostAtEnds), all.slice(-mostAtEnds)].join('\n') : all
  const found = [
    ...stated.map((name): Credit => ({ kind: 'credit', name, key: originKey(name), phrase: name, at: 0 })),
    ...findCredits(ends, 'credit'),
  ]
  return found.filter(({ key }, at) => found.findIndex((other) => other.key === key) === at)
}
