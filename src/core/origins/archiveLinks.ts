import type { Id } from '#shared/model/scalars'
import { isAboutTheSame, tellingWords } from './aboutTheSame'
import type { Knowledge } from './createKnowledge'
import type { Published } from './createPublishers'
import type { ToldText } from './createTexts'
import { likenessIn, sameTextFrom } from './isOneText'
import type { Naming } from './namings'
import type { OriginLink } from './unite'

interface Told extends Published {
  readonly text: ToldText
}

/** Articles by those behind a passage that tell what it tells; an article brought as evidence does whatever it says. */
const articlesOf = async (
  { articleIds, origins, texts }: Naming,
  storyId: Id | undefined,
  { toldBy, textOf, titleOf }: Knowledge,
  pause: () => Promise<void>,
): Promise<Told[]> => {
  const wanted = texts.map(tellingWords)
  const brought = new Set(articleIds)
  const told = new Map<Id, Told>()
  const take = (one: Published, text: ToldText | undefined): void => {
    if (text && !told.has(one.id)) told.set(one.id, { ...one, text })
  }
  for (const id of articleIds) take({ id, title: titleOf(id) }, textOf(id))
  for (const passage of wanted)
    for (const one of await toldBy(origins, passage, pause)) {
      if (one.id === storyId || brought.has(one.id)) continue
      const text = textOf(one.id)
      if (text && isAboutTheSame(passage, text.words)) take(one, text)
      await pause()
    }
  return [...told.values()]
}

type Behind = readonly [Naming, readonly Told[]]

/** Pairs of articles that can show that two are one: of both their own, or one's own and one in which the other is cited. */
const pairsOf = ([naming, mine]: Behind, [other, theirs]: Behind, titleOf: Knowledge['titleOf']) => {
  const citing = (one: Naming): Published[] => one.citedIn.map((id) => ({ id, title: titleOf(id) }))
  const pairs = (some: readonly Published[], others: readonly Published[]) =>
    some.flatMap((a) => others.map((b) => [a, b] as const))
  return [
    ...pairs(mine, theirs),
    // An article cites others than whom it is by: alone it does not make them one.
    ...[...pairs(citing(naming), theirs), ...pairs(mine, citing(other))].filter(([a, b]) => a.id !== b.id),
  ]
}

/** The nearest pair of articles that carries one text. */
const sameText = (one: Behind, other: Behind, knowledge: Knowledge): OriginLink[] => {
  let best: { readonly pair: readonly [Published, Published]; readonly likeness: number } | undefined
  for (const pair of pairsOf(one, other, knowledge.titleOf)) {
    const likeness = likenessIn(pair[0].id, pair[1].id, knowledge)
    if (likeness >= sameTextFrom && likeness > (best?.likeness ?? 0)) best = { pair, likeness }
  }
  if (!best) return []
  const articles = best.pair.map(({ id, title }) => ({ id, title }))
  const { likeness } = best
  const [first, second] = [one[0], other[0]]
  return [
    {
      a: first.key,
      b: second.key,
      why: { reason: 'same-text', name: first.member.name, other: second.member.name, articles, likeness },
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
 * What the archive knows of those behind something: that articles of theirs, which tell what is told of them, carry one text
 * or credit one another.
 */
export const archiveLinks = async (
  namings: readonly Naming[],
  storyId: Id | undefined,
  knowledge: Knowledge,
  pause: () => Promise<void>,
): Promise<OriginLink[]> => {
  if (namings.length < 2) return []
  const behind: Behind[] = []
  for (const naming of namings) behind.push([naming, await articlesOf(naming, storyId, knowledge, pause)])
  return behind.flatMap((one, at) =>
    behind
      .slice(at + 1)
      .flatMap((other) => [
        ...sameText(one, other, knowledge),
        ...credited(one, other),
        ...credited(other, one),
        ...creditedAlike(one, other),
      ]),
  )
}
