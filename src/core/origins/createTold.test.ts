import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { isAboutTheSame, tellingWords } from './aboutTheSame'
import { wordsOfArticle } from './createTexts'
import { createTold } from './createTold'
import { articleOf } from './fixtures/toldStories'

const none = (): Promise<void> => Promise.resolve()
const word = fc.constantFrom(
  'bridge',
  'flooding',
  'harbour',
  'section',
  'northern',
  'collapsed',
  '1944',
  'ferry',
)
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))

describe('articles that may tell what a passage tells', () => {
  it('are all that do, whatever their texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), text, async (texts, passage) => {
        const articles = texts.map((one) => articleOf({ headline: one, texts: [one] }))
        const held = new Map(articles.map((one) => [one.id, one]))
        const published = articles.map(({ id, headline }) => ({ id, title: headline }))
        const toldBy = createTold({
          record: (id) => held.get(id),
          revision: () => 1,
          publishers: { articlesBy: () => Promise.resolve(published) },
          signature: () => undefined,
        })
        const wanted = tellingWords(passage)
        const found = await toldBy(new Set(['cnn']), wanted, none)
        const same = articles.filter((one) => isAboutTheSame(wanted, wordsOfArticle(one)))
        expect(found.map(({ id }) => id)).toEqual(same.map(({ id }) => id))
      }),
    )
  })

  it('are read once for each source, until something changes', async () => {
    const article = articleOf({
      headline: 'Bridge',
      texts: ['The northern bridge collapsed, flooding a harbour.'],
    })
    let [reads, revision] = [0, 1]
    const toldBy = createTold({
      record: () => {
        reads += 1
        return article
      },
      revision: () => revision,
      publishers: { articlesBy: () => Promise.resolve([{ id: article.id, title: 'Bridge' }]) },
      signature: () => undefined,
    })
    const wanted = tellingWords('The northern bridge collapsed after the flooding.')
    for (const name of ['cnn', 'cnn', 'reuters'])
      expect(await toldBy(new Set([name]), wanted, none), name).toHaveLength(1)
    expect(reads).toBe(2)
    revision = 2
    await toldBy(new Set(['cnn']), wanted, none)
    expect(reads).toBe(3)
    expect(await toldBy(new Set(['cnn']), tellingWords(clock.createId()), none)).toEqual([])
  })
})
