import { afterEach, expect, test, vi } from 'vitest'
import { ask, openEngine } from './fixtures/engine'
import type { SearchEngine } from './searchEngine'
import { articleOf, createMemorySource, idOf } from './fixtures/memorySource'

afterEach(() => vi.restoreAllMocks())

const documents = Array.from({ length: 30 }, (_, at) =>
  articleOf(at, `Item ${at}`, [`alpha beta gamma${at} delta`], {
    facets: { person: [`Person ${at}`], place: [`Place ${at % 3}`] },
  }),
)

/** A clock by which each step takes so long that the engine looks at what waits. */
const slowClock = (): void => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100))
}

/** An engine that hears of a newer question at its look of this number. */
const openHearing = async (looks: number) => {
  const controller = new AbortController()
  let left = looks
  const engine = await openEngine(createMemorySource(documents), {
    listen: () => {
      left -= 1
      if (left === 0) controller.abort()
    },
  })
  return { engine, controller }
}

const long = { text: '(alp* OR bet* OR gam*) alpha~2 alpha NEAR/3 delta', limit: 30 }

test('breaks a question off wherever it is, and answers the next one as if there had been none', async () => {
  const calm = await openEngine(createMemorySource(documents))
  const wanted = await ask(calm, long.text, long)
  slowClock()
  let broken = 0
  for (let looks = 1; ; looks++) {
    const { engine, controller } = await openHearing(looks)
    const asked = engine.query(
      { offset: 0, placesPerHit: 4, ...long, filters: [{ facet: 'place', value: 'Place 1' }] },
      controller.signal,
    )
    const end = await asked.then(
      () => 'answered',
      (error: unknown) => error,
    )
    expect(await ask(engine, long.text, long)).toEqual(wanted)
    await engine.close()
    if (end === 'answered') break
    expect(end).toMatchObject({ code: 'cancelled' })
    broken += 1
  }
  // Between words, parts of the query, facets and hits.
  expect(broken).toBeGreaterThan(30)
})

test('breaks off the finding of places, and the completing of what is typed', async () => {
  slowClock()
  const ends = async (ask: (engine: SearchEngine, signal: AbortSignal) => Promise<unknown>) => {
    const broken = await openHearing(1)
    await expect(ask(broken.engine, broken.controller.signal)).rejects.toMatchObject({ code: 'cancelled' })
    const left = await openHearing(Infinity)
    await expect(ask(left.engine, left.controller.signal)).resolves.toBeDefined()
  }
  await ends((engine, signal) => engine.places('alpha gamma1', idOf(1), signal))
  await ends((engine, signal) => engine.complete('g', 1, signal))
  await ends((engine, signal) => engine.complete('person:p', 8, signal))
  await ends((engine, signal) => engine.select('a* NEAR/3 b*', {}, signal))
})

test('negative control: a question of which nobody hears anything newer is answered', async () => {
  slowClock()
  const { engine, controller } = await openHearing(Infinity)
  const { total } = await engine.query({ offset: 0, placesPerHit: 4, ...long }, controller.signal)
  expect(total).toBe(documents.length)
  expect(await engine.places('alpha', idOf(1))).toHaveLength(1)
})
