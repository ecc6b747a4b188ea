// The same queries asked of all sides in turn, in one process, so that what slows the machine slows them all.
import { percentile, timed } from '../measure.mjs'

const rounds = 5
const warmUps = 1
/** A query that takes a side this many milliseconds is asked of it less often. */
const slow = 100
const fewRounds = 2

/** From a kind in `queries.json` to the kind of query of a side, with its words. */
const kinds = {
  sayt: { ask: 'typed', words: ({ full, prefix }) => [full, prefix] },
  one: { ask: 'all', words: ({ terms }) => [terms] },
  and: { ask: 'all', words: ({ terms }) => [terms] },
  or: { ask: 'any', words: ({ terms }) => [terms] },
  phrase: { ask: 'phrase', words: ({ terms }) => [terms] },
  fuzzy: { ask: 'fuzzy', words: ({ terms }) => terms },
  field: { ask: 'field', words: ({ titleTerm, section }) => [titleTerm, section] },
  common: { ask: 'all', words: ({ terms }) => [terms] },
}

/** Median milliseconds of one query by side. The side that begins is another one in each round. */
const timesOf = async (opened, ask, words) => {
  const able = Object.keys(opened).filter((name) => opened[name][ask])
  const times = Object.fromEntries(able.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < able.length; turn += 1) {
      const name = able[(turn + round) % able.length]
      if (round >= fewRounds && times[name][0] > slow) continue
      const { ms } = await timed(() => opened[name][ask](...words))
      times[name].push(ms)
    }
  return Object.entries(times).map(([name, all]) => [name, percentile(all.slice(warmUps), 0.5)])
}

/** `{ [side]: { p50, p95 } }` over the queries of a kind, in milliseconds. */
export const timeKind = async (opened, kind, queries) => {
  const { ask, words } = kinds[kind]
  const times = {}
  for (const query of queries)
    for (const [name, ms] of await timesOf(opened, ask, words(query))) (times[name] ??= []).push(ms)
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      { p50: percentile(all, 0.5), p95: percentile(all, 0.95) },
    ]),
  )
}

/** `{ [kind]: { [side]: { p50, p95 } } }`. */
export const timeKinds = async (opened, queries, wanted = Object.keys(kinds)) => {
  const found = {}
  for (const kind of wanted) found[kind] = await timeKind(opened, kind, queries[kind])
  return found
}
