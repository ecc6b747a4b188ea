import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestFolder } from '../fixtures/testFolder'
import { withTakeover } from './takeover'

test('never takes away the file by which it keeps others out, which one of them may be about to lock', async () => {
  const path = join(await createTestFolder(), 'lock.taking')
  expect(await withTakeover(path, () => Promise.resolve('one'))).toBe('one')
  const { ino } = await stat(path)
  const inside = await withTakeover(path, () => withTakeover(path, () => Promise.resolve('two at once')))
  expect(inside).toBeUndefined()
  expect(await withTakeover(path, () => Promise.resolve('another'))).toBe('another')
  expect((await stat(path)).ino).toBe(ino)
})
