import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Id } from '#shared/model/scalars'
import { bridgeText, harbourText } from '../fixtures/articleFiles'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'

let test: TestApp
const ids = new Map<string, Id>()

const importText = async (name: string, text: string): Promise<void> => {
  const path = join(test.folder, name)
  await writeFile(path, text)
  await test.finish(test.app.imports.importNow([path], { keepUnreadable: false }))
}

beforeAll(async () => {
  test = await openTestApp()
  await importText('harbour.txt', harbourText)
  await importText('bridge.txt', bridgeText)
  const { rows } = await test.client.library.list({ filter: { kind: 'article' } })
  for (const { id, title } of rows) ids.set(title, id)
})
afterAll(() => test.close())

const harbour = (): Id => ids.get('The harbour was measured twice') ?? ''

const passageWith = async (words: string): Promise<{ passage: string; offset: number }> => {
  const { article } = await test.client.articles.get({ id: harbour() })
  const found = article.versions.at(-1)?.passages.find(({ text }) => text.includes(words))
  return { passage: found?.label ?? '', offset: found?.text.indexOf(words) ?? -1 }
}

const select = async (words: string) => {
  const from = await passageWith(words)
  return test.client.quotes.select({
    articleId: harbour(),
    from,
    to: { ...from, offset: from.offset + words.length },
  })
}

describe('quotes over the contract', () => {
  it('make a target of a selection, and find it again', async () => {
    const target = await select('the same depth')
    expect(target.selector?.exact).toBe('the same depth')
    expect(await test.client.quotes.resolve({ target })).toEqual({
      state: 'exact',
      place: 'unchanged',
      target,
    })
  })

  it('refuse a passage that the version has not', async () => {
    const place = { passage: '99', offset: 0 }
    const asked = test.client.quotes.select({ articleId: harbour(), from: place, to: place })
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
  })

  it('compare a quotation with its passage, and with the whole archive', async () => {
    const target = await select('the same depth')
    const compared = await test.client.quotes.compare({ quotation: 'found the same depth,', target })
    expect(compared.against).toMatchObject({ outcome: 'typographic', differences: ['end-mark'] })
    expect(compared.elsewhere).toEqual([])
    const everywhere = await test.client.quotes.compare({ quotation: 'Engineers walked over the bridge' })
    expect(everywhere.elsewhere).toMatchObject([
      { headline: 'The bridge was inspected', comparison: { outcome: 'identical' } },
    ])
  })

  it('list the quotations of an article', async () => {
    expect(await test.client.quotes.list({ articleId: harbour() })).toEqual([])
  })
})
