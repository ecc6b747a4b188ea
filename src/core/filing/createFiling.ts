import type { Filed, FilingKind, FilingMove, OfferedName } from '#shared/contract/filing'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import { titleOf } from '../records/titleOf'
import { plainWords } from '../searches/plainWords'
import type { ChangeNames, PreparedFiling } from '../store/filingTypes'
import type { Catalogue } from '../store/types'
import { articlesWith } from './articlesWith'
import { cleanName } from './cleanName'
import type { NameCounting } from './createNameCounts'
import { spellingsIn, withNameFor, withNames, withoutNames } from './editNames'
import { filingKey } from './filingKey'
import { movesOf } from './movesOf'
import { offerNames } from './offerNames'

interface Named {
  readonly kind: FilingKind
  readonly names: readonly string[]
}

/** The user's own order of articles; each deed is done to all of its articles or to none. */
export interface Filing {
  readonly names: (
    asked: { readonly kind: FilingKind; readonly text: string; readonly limit: number },
    signal?: AbortSignal,
  ) => Promise<OfferedName[]>
  readonly add: (asked: Named & { readonly ids: readonly Id[] }) => Promise<Filed>
  readonly remove: (asked: Named & { readonly ids: readonly Id[] }) => Promise<Filed>
  readonly rename: (asked: Named & { readonly to?: string | undefined }) => Promise<Filed>
  readonly putBack: (asked: {
    readonly kind: FilingKind
    readonly moves: readonly FilingMove[]
  }) => Promise<Filed>
}

export interface FilingDeps {
  readonly catalogue: Catalogue
  readonly names: NameCounting
  readonly actor: string
  /** Tells search and watchers that the catalogue changed. */
  readonly committed: () => void
}

/** Names that an article has at most: what is shown and chosen by hand. */
const mostNames = 200

const words = { tags: 'tag', collections: 'collection' } as const

/** Each once, as it is typed first. */
const cleanNames = (typed: readonly string[]): string[] => {
  const known = new Map<string, string>()
  for (const name of typed.map(cleanName)) if (!known.has(filingKey(name))) known.set(filingKey(name), name)
  return [...known.values()]
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at])

export const createFiling = ({ catalogue, names: counting, actor, committed }: FilingDeps): Filing => {
  /** Throws `not-found` where one of them is not there; photos and references have no names. */
  const articlesOf = (ids: readonly Id[]): { articles: Id[]; others: number } => {
    const each = [...new Set(ids)]
    const kinds = catalogue.filing.kinds(each)
    if (each.some((id) => !kinds.has(id))) throw new CuttingsError('not-found', { what: 'item' })
    const articles = each.filter((id) => kinds.get(id) === 'article')
    return { articles, others: each.length - articles.length }
  }

  /** Reads with pauses what takes long, then stores all of it at once. */
  const refile = async (kind: FilingKind, ids: readonly Id[], change: ChangeNames): Promise<Filed> => {
    const pause = createPauses()
    const prepared = new Map<Id, PreparedFiling>()
    for (const id of ids) {
      const one = catalogue.filing.prepare(id, { kind, change })
      if (one) prepared.set(id, one)
      await pause()
    }
    const before = catalogue.revision()
    const filed = catalogue.refile({ kind, ids, change, actor }, prepared)
    if (filed.length > 0) {
      counting.moved(kind, filed, before)
      committed()
    }
    return { kind, changed: filed.length, others: 0, moves: movesOf(filed) }
  }

  /** The spelling that the archive has, the commonest where it has several; else as it is typed. */
  const asHeld = async (kind: FilingKind, typed: readonly string[]): Promise<string[]> => {
    const counts = await counting.of(kind)
    return cleanNames(typed).map((name) => {
      const held = spellingsIn([...counts.keys()], name)
      return held.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? name
    })
  }

  const renameAll = async ({ kind, names, to }: Parameters<Filing['rename']>[0]): Promise<Filed> => {
    const all = [...(await counting.of(kind)).keys()]
    const gone = names.flatMap((name) => {
      const spellings = spellingsIn(all, name)
      if (spellings.length === 0) throw new CuttingsError('no-such-name', { what: words[kind], name })
      return spellings
    })
    const ids = await articlesWith(catalogue, kind, gone)
    if (to === undefined) return refile(kind, ids, withoutNames(gone))
    const wanted = cleanName(to)
    const others = all.filter((name) => !gone.includes(name))
    return refile(kind, ids, withNameFor(gone, spellingsIn(others, wanted)[0] ?? wanted))
  }

  return {
    names: async ({ kind, text, limit }, signal) => offerNames(await counting.of(kind, signal), text, limit),
    add: async ({ kind, names, ids }) => {
      const { articles, others } = articlesOf(ids)
      const add = withNames(await asHeld(kind, names))
      const filed = await refile(kind, articles, (held) => {
        const after = add(held)
        if (after.length > Math.max(mostNames, held.length))
          throw new CuttingsError('unavailable', { reason: `an article has at most ${mostNames} ${kind}` })
        return after
      })
      return { ...filed, others }
    },
    remove: async ({ kind, names, ids }) => {
      const { articles, others } = articlesOf(ids)
      return { ...(await refile(kind, articles, withoutNames(names))), others }
    },
    rename: renameAll,
    putBack: async ({ kind, moves }) => {
      for (const name of moves.flatMap(({ before }) => before))
        if (plainWords(name) !== name) throw new CuttingsError('bad-input', { reason: 'a name is not clean' })
      const moveOf = new Map(moves.flatMap((move) => move.ids.map((id) => [id, move] as const)))
      articlesOf([...moveOf.keys()])
      return refile(kind, [...moveOf.keys()], (held, id) => {
        const move = moveOf.get(id)
        if (move && sameList(held, move.after)) return move.before
        const record = catalogue.record(id)
        throw new CuttingsError('filed-since', { title: record ? titleOf(record) : id })
      })
    },
  }
}
