import { expect, it } from 'vitest'
import { createActivity } from '../createActivity'
import { createIdleWork } from '../createIdleWork'
import { createFiller } from './createFiller'

const setUp = (originals: readonly string[]) => {
  const known = new Set<string>()
  const asked: string[] = []
  const logged: string[] = []
  const photos = originals.map((original, at) => ({
    id: String(at).padStart(4, '0'),
    place: at + 1,
    original,
    fields: '{}',
  }))
  const world = { now: 0, busy: false, revision: 1, onMaking: (_sha256: string): void => undefined }
  const activity = createActivity({ now: () => world.now, isBusy: () => world.busy })
  const { step } = createFiller({
    pictures: {
      isKnown: (sha256) => Promise.resolve(known.has(sha256)),
      of: (sha256, signal) => {
        asked.push(sha256)
        world.onMaking(sha256)
        if (signal?.aborted) return Promise.reject(new Error('cancelled'))
        if (sha256 === 'gone') return Promise.reject(new Error('its file is gone'))
        known.add(sha256)
        return Promise.resolve({ state: 'none', reason: 'damaged' })
      },
    },
    photos: (after, limit) => photos.filter(({ place }) => place > after).slice(0, limit),
    revision: () => world.revision,
    activity,
    log: (line) => logged.push(line),
  })
  const idle = createIdleWork([step], activity)
  /** Steps until nothing is left to do. */
  const fill = async (): Promise<void> => {
    for (let nothing = 0; nothing < 3;) nothing = (await idle.turn()) ? 0 : nothing + 1
  }
  return { world, activity, idle, asked, known, logged, photos, fill }
}

const many = Array.from({ length: 450 }, (_, at) => `sha-${at}`)

it('makes what is missing once nothing was done for two seconds, one at a time', async () => {
  const { world, idle, asked } = setUp(['a', 'b'])
  world.now = 1999
  expect(await idle.turn()).toBe(false)
  world.now = 2000
  expect(await idle.turn()).toBe(true)
  expect(asked).toEqual(['a'])
  expect(await idle.turn()).toBe(true)
  expect(await idle.turn()).toBe(false)
  expect(asked).toEqual(['a', 'b'])
})

it('waits while a job runs, and two seconds from its end', async () => {
  const { world, idle, asked } = setUp(['a'])
  world.now = 9000
  world.busy = true
  expect(await idle.turn()).toBe(false)
  world.busy = false
  world.now = 10_000
  expect(await idle.turn()).toBe(false)
  world.now = 11_000
  expect(await idle.turn()).toBe(true)
  expect(asked).toEqual(['a'])
})

it('stops the one in hand as soon as there is work, and makes it again later', async () => {
  const { world, idle, activity, asked, known, logged } = setUp(['a', 'b'])
  world.now = 2000
  world.onMaking = () => activity.touch()
  await idle.turn()
  expect(known.size).toBe(0)
  expect(await idle.turn()).toBe(false)
  world.onMaking = () => undefined
  world.now = 4000
  await idle.turn()
  expect(asked).toEqual(['a', 'a'])
  expect([...known]).toEqual(['a'])
  expect(logged).toEqual([])
})

it('goes on after one that fails, which it does not try again', async () => {
  const { world, asked, logged, fill } = setUp(['a', 'gone', 'b'])
  world.now = 2000
  await fill()
  world.revision = 2
  await fill()
  expect(asked).toEqual(['a', 'gone', 'b'])
  expect(logged).toHaveLength(1)
})

it('makes all of many, asks for none twice, and looks again only where the archive changed', async () => {
  const { world, asked, photos, fill } = setUp(many)
  world.now = 2000
  await fill()
  expect(asked).toEqual(many)
  photos.push({ id: '9999', place: 9999, original: 'late', fields: '{}' })
  await fill()
  expect(asked).toHaveLength(many.length)
  world.revision = 2
  await fill()
  expect(asked.slice(many.length)).toEqual(['late'])
})

it('ends with its signal', async () => {
  const { idle } = setUp(many)
  const stop = new AbortController()
  const running = idle.run(stop.signal)
  stop.abort()
  await running
})
