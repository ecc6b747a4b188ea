import { expect, test } from 'vitest'
import { workHere, numbersOf, openEngine } from '../fixtures/engine'
import { articleOf, createMemorySource, idOf } from '../fixtures/memorySource'

const documents = Array.from({ length: 40 }, (_, at) =>
  articleOf(at + 1, `Item ${at + 1}`, [`common word${at + 1}`]),
)

test('leaves a backlog to a build, finds it once caught up, and answers meanwhile from what is there', async () => {
  const source = createMemorySource(documents.slice(0, 3))
  const engine = await openEngine(source, { mostLive: 10 })
  source.put(...documents.slice(3))
  const caughtUp = engine.catchUp()
  expect(await numbersOf(engine, 'word2 ')).toEqual([2])
  const again = engine.catchUp()
  await Promise.all([caughtUp, again])
  expect(await numbersOf(engine, 'word40 ')).toEqual([40])
  expect(engine.state()).toEqual({ state: 'ready', searchable: 40, total: 40 })
})

test('keeps what changed while a new main index was built', async () => {
  const source = createMemorySource(documents)
  const engine = await openEngine(source)
  const rebuilt = engine.rebuild()
  source.put(articleOf(1, 'Changed', ['other']), articleOf(50, 'New', ['fresh']))
  source.remove(idOf(2))
  await engine.catchUp()
  expect(await numbersOf(engine, 'fresh ')).toEqual([50])
  await rebuilt
  await engine.catchUp()
  expect(await numbersOf(engine, 'fresh OR other OR word1 OR word2 ')).toEqual([1, 50])
  expect(engine.state().searchable).toBe(40)
})

test('does not build anew because something was committed a moment ago', async () => {
  const source = createMemorySource(documents)
  let builds = 0
  const work = workHere(source)
  const engine = await openEngine(source, {
    work: {
      ...work,
      build: (...asked) => {
        builds += 1
        return work.build(...asked)
      },
    },
  })
  await engine.rebuild()
  for (const document of documents.slice(0, 10)) {
    source.put({ ...document, id: idOf(Number.parseInt(document.id.slice(-4), 16) + 100) })
    const caughtUp = engine.catchUp()
    source.put(document)
    await caughtUp
  }
  expect(builds).toBe(1)
})

test('says that a build failed, keeps answering, and tries again with the next change', async () => {
  const source = createMemorySource(documents.slice(0, 3))
  let broken = true
  const work = workHere(source)
  const engine = await openEngine(source, {
    mostLive: 5,
    work: {
      ...work,
      build: (...asked) => (broken ? Promise.reject(new Error('no memory')) : work.build(...asked)),
    },
  })
  source.put(...documents.slice(3))
  await expect(engine.catchUp()).rejects.toThrow('no memory')
  expect(engine.state().state).toBe('failed')
  expect(await numbersOf(engine, 'word1 ')).toEqual([1])
  broken = false
  await engine.catchUp()
  expect(engine.state()).toEqual({ state: 'ready', searchable: 40, total: 40 })
})

test('a rebuild that is stopped leaves the index as it was', async () => {
  const source = createMemorySource(documents)
  const engine = await openEngine(source)
  const controller = new AbortController()
  controller.abort()
  await expect(engine.rebuild(controller.signal)).rejects.toMatchObject({ code: 'cancelled' })
  expect(await numbersOf(engine, 'word7 ')).toEqual([7])
})
