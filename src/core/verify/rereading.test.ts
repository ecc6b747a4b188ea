import { chmod, readFile, symlink, unlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createActivity } from '../createActivity'
import { createShiftedClock } from '../records/fixtures/createShiftedClock'
import { createExampleArchive, type ExampleArchive } from '../store/fixtures/exampleArchive'
import { createRereading } from './createRereading'

const day = 24 * 60 * 60 * 1000

const setUp = async () => {
  const { clock, shift } = createShiftedClock()
  const example: ExampleArchive = await createExampleArchive(clock)
  const activity = createActivity({ now: () => 0, isBusy: () => false })
  const logged: string[] = []
  const rereading = createRereading({ ...example, clock, activity, log: (line) => logged.push(line) })
  const { catalogue, originals } = example.archive
  return {
    ...example,
    catalogue,
    activity,
    rereading,
    logged,
    shift,
    path: originals.pathOf(example.bytes.sha256),
  }
}

test('reads each original again well before ninety days are over, and remembers that', async () => {
  const { archive, catalogue, rereading, shift } = await setUp()
  expect(catalogue.readings('')).toMatchObject({ originals: 1, read: 0 })
  expect(await rereading.step()).toBe(true)
  expect(catalogue.readings('')).toMatchObject({ originals: 1, read: 1, damaged: [] })
  expect(await rereading.step()).toBe(false)
  shift(44 * day)
  expect(await rereading.step()).toBe(false)
  shift(2 * day)
  expect(await rereading.step()).toBe(true)
  await archive.close()
})

test('remembers what is not as it was, says so, and changes nothing', async () => {
  const { archive, bytes, catalogue, rereading, path, logged } = await setUp()
  await chmod(path, 0o600)
  await writeFile(path, 'other bytes')
  expect(await rereading.step()).toBe(true)
  expect(catalogue.readings('').damaged).toEqual([bytes.sha256])
  expect(logged).toEqual([expect.stringContaining('changed')])
  expect(await readFile(path, 'utf8')).toBe('other bytes')
  await archive.close()
})

test('is given up as soon as something is asked, and begun again later', async () => {
  const { archive, catalogue, activity, rereading } = await setUp()
  const reading = rereading.step()
  activity.touch()
  expect(await reading).toBe(false)
  expect(catalogue.readings('').read).toBe(0)
  await archive.close()
})

test('a link in the place of an original is no original, whatever it leads to', async () => {
  const { archive, bytes, catalogue, rereading, path, folder } = await setUp()
  await writeFile(`${folder}-elsewhere`, await readFile(path))
  await unlink(path)
  await symlink(`${folder}-elsewhere`, path)
  expect(await rereading.step()).toBe(true)
  expect(catalogue.readings('').damaged).toEqual([bytes.sha256])
  await archive.close()
})
