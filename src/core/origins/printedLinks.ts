import { originKey } from './agencies'
import type { Knowledge } from './createKnowledge'
import { findCredits } from './findCredits'
import type { Naming } from './namings'
import type { OriginLink } from './unite'

/** What is before the phrase, back to the end of the sentence before. */
const clauseBefore = (text: string, at: number): string => {
  const before = text.slice(0, at)
  return before.slice(Math.max(...['. ', '! ', '? ', '。', '\n'].map((end) => before.lastIndexOf(end))) + 1)
}

const isNamedIn = (clause: string, { member, literals }: Naming): boolean =>
  [member.name, ...literals].some((name) => clause.includes(name))

const credited = (naming: Naming, to: Naming, phrase: string): OriginLink => ({
  a: naming.key,
  b: to.key,
  why: { reason: 'credited', name: naming.member.name, to: to.member.name, phrase },
})

/** `Reuters via CNN`, `CNN (Reuters)`: the words of a citation name another one that is cited too. */
const inLiterals = (namings: readonly Naming[], { creditsIn }: Knowledge): OriginLink[] =>
  namings.flatMap((naming) =>
    naming.literals.flatMap((literal) => {
      const credits = creditsIn(literal)
      const [first] = credits
      if (!first) return []
      const keys = new Set([...credits.map(({ key }) => key), originKey(literal.slice(0, first.at))])
      return namings
        .filter((other) => other !== naming && [...other.origins].some((key) => keys.has(key)))
        .map((other) => credited(naming, other, literal))
    }),
  )

/** `CNN reported, citing Reuters`: the passage itself says that one passes on what is of the other. */
const inPassage = (namings: readonly Naming[], text: string): OriginLink[] =>
  findCredits(text, 'relay').flatMap(({ key, phrase, at }) => {
    const to = namings.find(({ origins }) => origins.has(key))
    const clause = clauseBefore(text, at)
    return to
      ? namings
          .filter((naming) => naming !== to && isNamedIn(clause, naming))
          .map((naming) => credited(naming, to, phrase))
      : []
  })

/** Two records for one agency, or for one name. */
const byName = (namings: readonly Naming[]): OriginLink[] =>
  namings.flatMap((naming, at) => {
    const other = namings
      .slice(0, at)
      .find(({ origins }) => [...origins].some((key) => naming.origins.has(key)))
    return other
      ? [
          {
            a: other.key,
            b: naming.key,
            why: {
              reason: 'named-again' as const,
              name: other.member.name,
              times: other.times + naming.times,
            },
          },
        ]
      : []
  })

const namedAgain = (namings: readonly Naming[]): OriginLink[] =>
  namings
    .filter(({ times }) => times > 1)
    .map(({ key, member, times }) => ({
      a: key,
      b: key,
      why: { reason: 'named-again', name: member.name, times },
    }))

/** What the passages themselves say on who tells whose story. */
export const printedLinks = (namings: readonly Naming[], own: string, knowledge: Knowledge): OriginLink[] => {
  // One alone passes on nobody's story: looking for the words of that is most of the work.
  if (namings.length < 2) return namedAgain(namings)
  return [
    ...namedAgain(namings),
    ...byName(namings),
    ...inLiterals(namings, knowledge),
    ...[...new Set([own, ...namings.flatMap(({ texts }) => texts)])].flatMap((text) =>
      inPassage(namings, text),
    ),
  ]
}
