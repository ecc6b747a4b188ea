import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { createShelf } from './createShelf'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-shelf-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const article = (headline: string): ParsedArticle => ({
  kind: 'article',
  fields: { headline, articleType: 'news' },
  passages: [],
  sourceLines: [],
  slots: [],
  furniture: [],
  doubts: [],
})

it('gives back what was put, from memory while there is room and from the folder beyond', async () => {
  const shelf = createShelf(folder, { one: 500, all: 700 })
  const items = [
    [article('small')],
    [article('x'.repeat(600))],
    [article('y'.repeat(300))],
    [article('z'.repeat(300))],
  ]
  const keys = []
  for (const item of items) keys.push(await shelf.put(item))
  expect(await Promise.all(keys.map((key) => shelf.get(key)))).toEqual(items)
  expect(await readdir(folder)).toHaveLength(2)
})

it('makes room again for what is dropped', async () => {
  const shelf = createShelf(folder, { one: 500, all: 500 })
  for (let n = 0; n < 5; n += 1) shelf.drop(await shelf.put([article('y'.repeat(300))]))
  expect(await readdir(folder)).toEqual([])
  await expect(shelf.get(1)).rejects.toThrow('nothing is shelved')
})
