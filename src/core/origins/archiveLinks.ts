import type { Id } from '#shared/model/scalars'
import { likenessOf } from '../likeness/minHash'
import { isAboutTheSame, tellingWords } from './aboutTheSame'
import type { Published, Publishers } from './createPublishers'
import type { ToldText } from './createTexts'
import type { Naming } from './namings'
import type { OriginLink } from './unite'

export interface ArchiveLinksDeps {
  readonly publishers: Publishers
  readonly textOf: (id: Id) => ToldText | undefined
  readonly titleOf: (id: Id) => string
  readonly signature: (id: Id) => Uint32Array | undefined
  readonly pause: () => Promise<void>
}

/** From this share of their wording on two articles carry one text. */
export const sameTextFrom = 0.7

/** Articles of one source whose text is read for one passage. */
const mostRead = 60

interface Told extends Published {
  readonly text: ToldText
}

/** Articles by those behind a passage that tell what it tells; an article brought as evidence does whatever it says. */
const articlesOf = async (
  naming: Naming,
  self: Id,
  passage: ReadonlySet<string>,
  { publishers, textOf, titleOf, pause }: ArchiveLinksDeps,
): Promise<Told[]> => {
  const { articleId } = naming
  const own = articleId === undefined ? [] : [{ id: articleId, title: titleOf(articleId) }]
  const others = (await publishers.articlesBy(naming.origins)).filter(
    ({ id }) => id !== self && id !== articleId,
  )
  const told: Told[] = []
  for (const one of [...own, ...others.slice(0, mostRead)]) {
    const text = textOf(one.id)
    if (text && (one.id === articleId || isAboutTheSame(passage, text.words))) told.push({ ...one, text })
    await pause()
  }
  return told
}

type Behind = readonly [Naming, readonly Told[]]

/** The nearest pair of their articles that carries one text. */
const sameText = (
  [naming, mine]: Behind,
  [other, theirs]: Behind,
  { signature }: ArchiveLinksDeps,
): OriginLink[] => {
  let best: { readonly pair: readonly [Told, Told]; readonly likeness: number } | undefined
  for (const a of mine)
    for (const b of theirs) {
      const [first, second] = [signature(a.id), signature(b.id)]
      const likeness = a.id === b.id ? 1 : first && second ? likenessOf(first, second) : 0
      if (likeness >= sameTextFrom && likeness > (best?.likeness ?? 0)) best = { pair: [a, b], likeness }
    }
  if (!best) return []
  const articles = best.pair.map(({ id, title }) => ({ id, title }))
  const { likeness } = best
  return [
    {
      a: naming.key,
      b: other.key,
      why: { reason: 'same-text', name: naming.member.name, other: other.member.name, articles, likeness },
    },
  ]
}

/** An article of one says that it is the other's. */
const credited = ([naming, mine]: Behind, [other]: Behind): OriginLink[] => {
  for (const { id, title, text } of mine)
    for (const { key, phrase } of text.credits)
      if (other.origins.has(key) && !naming.origins.has(key))
        return [
          {
            a: naming.key,
            b: other.key,
            why: {
              reason: 'credited',
              name: naming.member.name,
              to: other.member.name,
              phrase,
              article: { id, title },
            },
          },
        ]
  return []
}

/** Articles of both say that they are a third one's. */
const creditedAlike = ([naming, mine]: Behind, [other, theirs]: Behind): OriginLink[] => {
  const shared = mine.flatMap((one) =>
    one.text.credits.flatMap((credit) => {
      const match = theirs.find(({ text }) => text.credits.some(({ key }) => key === credit.key))
      return match && !naming.origins.has(credit.key) ? [{ one, match, credit }] : []
    }),
  )[0]
  if (!shared) return []
  const { one, match, credit } = shared
  const why = (name: string, { id, title }: Told) =>
    ({ reason: 'credited', name, to: credit.name, phrase: credit.phrase, article: { id, title } }) as const
  return [
    { a: naming.key, b: other.key, why: why(naming.member.name, one) },
    { a: naming.key, b: other.key, why: why(other.member.name, match) },
  ]
}

/**
 * What the archive knows of those behind one passage: that articles of theirs, which tell what the passage tells, carry one
 * text or credit one another.
 */
export const archiveLinks = async (
  namings: readonly Naming[],
  self: Id,
  passageText: string,
  deps: ArchiveLinksDeps,
): Promise<OriginLink[]> => {
  if (namings.length < 2) return []
  const passage = tellingWords(passageText)
  const behind: Behind[] = []
  for (const naming of namings) behind.push([naming, await articlesOf(naming, self, passage, deps)])
  return behind.flatMap((one, at) =>
    behind
      .slice(at + 1)
      .flatMap((other) => [
        ...sameText(one, other, deps),
        ...credited(one, other),
        ...credited(other, one),
        ...creditedAlike(one, other),
      ]),
  )
}
