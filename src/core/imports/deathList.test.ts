import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { createInProcessParser } from '../fixtures/createInProcessParser'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { createDeathList } from './deathList'

let test: TestApp
let asked = 0
beforeEach(async () => {
  asked = 0
  const parser = createInProcessParser()
  test = await openTestApp(() => ({
    parser: {
      ...parser,
      parse: () => {
        asked += 1
        const error = new CuttingsError('parser-died').toReport()
        return Promise.resolve({ type: 'refused', mediaType: 'text/plain', error })
      },
    },
  }))
})
afterEach(() => test.close())

const codeOf = async (name: string, text: string): Promise<string | undefined> => {
  const path = join(test.folder, name)
  await writeFile(path, text)
  const { files } = await test.finish(test.app.imports.importNow([path], { keepUnreadable: false }))
  return files[0]?.error?.code
}

it('tries bytes that ended their reader three times, under whatever name, and then no more', async () => {
  const codes = []
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']) codes.push(await codeOf(name, 'the same'))
  expect(codes).toEqual(['parser-died', 'parser-died', 'parser-died', 'not-parseable', 'not-parseable'])
  expect(asked).toBe(3)
  expect(await codeOf('f.txt', 'others')).toBe('parser-died')
})

it('is remembered, and can be deleted', async () => {
  const sha256 = 'a'.repeat(64)
  const path = join(test.folder, 'deaths.json')
  await createDeathList(path, () => undefined).note(sha256, 'parser-time')
  expect(await createDeathList(path, () => undefined).timesOf(sha256)).toBe(1)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ [sha256]: 1 })
  await writeFile(path, 'not ours')
  expect(await createDeathList(path, () => undefined).timesOf(sha256)).toBe(0)
})

it('does not count what is only refused', async () => {
  const path = join(test.folder, 'deaths.json')
  const list = createDeathList(path, () => undefined)
  await list.note('b'.repeat(64), 'damaged-file')
  expect(await list.timesOf('b'.repeat(64))).toBe(0)
})
