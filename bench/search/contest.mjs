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

/** Milliseconds by the clock, and those of the processor in all threads, which other programs do not stretch. */
const measured = async (work) => {
  const before = process.cpuUsage()
  const { ms } = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { ms, processor: (user + system) / 1000 }
}

const medianOf = (rounds, what) =>
  percentile(
    rounds.slice(warmUps).map((round) => round[what]),
    0.5,
  )

/** Medians of one query by side. The side that begins is another one in each round. */
const timesOf = async (opened, ask, words) => {
  const able = Object.keys(opened).filter((name) => opened[name][ask])
  const times = Object.fromEntries(able.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < able.length; turn += 1) {
      const name = able[(turn + round) % able.length]
      if (round >= fewRounds && times[name][0].ms > slow) continue
      times[name].push(await measured(() => opened[name][ask](...words)))
    }
  return Object.entries(times).map(([name, all]) => [
    name,
    { ms: medianOf(all, 'ms'), processor: medianOf(all, 'processor') },
  ])
}

const percentilesOf = (all) => {
  const clock = all.map(({ ms }) => ms)
  const processor = all.map((one) => one.processor)
  return {
    p50: percentile(clock, 0.5),
    p95: percentile(clock, 0.95),
    processor95: percentile(processor, 0.95),
  }
}

/** `{ [side]: { p50, p95, processor95 } }` over the queries of a kind, in milliseconds. */
export const timeKind = async (opened, kind, queries) => {
  const { ask, words } = kinds[kind]
  const times = {}
  for (const query of queries)
    for (const [name, both] of await timesOf(opened, ask, words(query))) (times[name] ??= []).push(both)
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, percentilesOf(all)]))
}

/** `{ [kind]: { [side]: { p50, p95, processor95 } } }`. */
export const timeKinds = async (opened, queries, wanted = Object.keys(kinds)) => {
  const found = {}
  for (const kind of wanted) found[kind] = await timeKind(opened, kind, queries[kind])
  return found
}
