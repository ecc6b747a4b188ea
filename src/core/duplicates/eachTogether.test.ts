import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createExampleArchive } from '../store/fixtures/exampleArchive'
import { exampleSource } from '../store/fixtures/exampleRecords'
import type { Archive } from '../store/types'
import { eachTogether } from './eachTogether'

const names = Array.from({ length: 60 }, (_, at) => `Agency ${at}`)

const add = ({ catalogue }: Archive, name: string): number => {
  const records = { ...emptyRecordSet, sources: [exampleSource(clock, name)] }
  return catalogue.commit({ records, action: 'import', actor: 'tester' })
}

const held = ({ catalogue }: Archive): string[] => names.filter((name) => catalogue.sourceNamed(name))

const gather = async (
  archive: Archive,
  step: (name: string, at: number) => number,
  stop = new AbortController(),
) => {
  const stored: number[] = []
  let transactions = 0
  const together: Archive['catalogue']['together'] = (change) => {
    transactions += 1
    return archive.catalogue.together(change)
  }
  const run = async (): Promise<void> => {
    for await (const one of eachTogether({ catalogue: { together }, all: names, step, signal: stop.signal }))
      stored.push(one)
  }
  const [{ status }] = await Promise.allSettled([run()])
  return { stored: stored.length, transactions, status }
}

test('makes every change, several in one transaction', async () => {
  const { archive } = await createExampleArchive()
  const { stored, transactions, status } = await gather(archive, (name) => add(archive, name))
  expect({ stored, status }).toEqual({ stored: 60, status: 'fulfilled' })
  expect(transactions).toBeLessThan(60)
  expect(held(archive)).toEqual(names)
  await archive.close()
})

test('keeps what comes before a change that fails, and nothing of that change or after it', async () => {
  const { archive } = await createExampleArchive()
  const { stored, status } = await gather(archive, (name, at) => {
    const revision = add(archive, name)
    if (at === 7) throw new RangeError('the eighth fails')
    return revision
  })
  expect({ stored, status }).toEqual({ stored: 7, status: 'rejected' })
  expect(held(archive)).toEqual(names.slice(0, 7))
  await archive.close()
})

test('stops between two changes, and keeps those before', async () => {
  const { archive } = await createExampleArchive()
  const stop = new AbortController()
  const step = (name: string, at: number): number => {
    if (at === 4) stop.abort()
    return add(archive, name)
  }
  expect(await gather(archive, step, stop)).toMatchObject({ stored: 5, status: 'rejected' })
  expect(held(archive)).toEqual(names.slice(0, 5))
  await archive.close()
})
