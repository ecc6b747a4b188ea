import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAnalyser } from './analysis/analyser'
import { foldWord } from './analysis/fold'
import { anyText } from './fixtures/anyText'
import { ask, engineOf, numbersOf, openEngine } from './fixtures/engine'
import { articleOf, createMemorySource, idOf, type MemorySource } from './fixtures/memorySource'
import { parseQuery } from './query/parseQuery'

describe('whatever the input', () => {
  test('reading a query never throws, and nothing but syntax is read as words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseQuery(text)
        expect(parsed.readAs === 'words').toBe(parsed.notes.length > 0)
      }),
      { numRuns: 500 },
    )
  })

  test('a query never throws, and its ranges lie on whole characters', async () => {
    const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 3 }), anyText, async (paragraphs, query) => {
        const engine = await engineOf(articleOf(1, 'Title', paragraphs))
        const { hits } = await ask(engine, query)
        const places = hits.length > 0 ? await engine.places(query, idOf(1)) : []
        const shown = hits.flatMap((hit) =>
          hit.places.map(({ snippet, ranges }) => ({ text: snippet, ranges })),
        )
        const whole = places.map(({ passage, ranges }) => ({
          text: passage ? (paragraphs[Number(passage) - 1] ?? '') : 'Title',
          ranges,
        }))
        for (const { text, ranges } of [...shown, ...whole]) {
          const bounds = new Set([[...text].length])
          let point = 0
          for (const { segment } of characters.segment(text)) {
            bounds.add(point)
            point += [...segment].length
          }
          let before = 0
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            expect(bounds.has(start) && bounds.has(end), JSON.stringify([text, start, end])).toBe(true)
            before = end
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a character with a mark of its own is found, composed or not', async () => {
    const engine = await engineOf(
      articleOf(1, 'Title', ['京\u0301 か\u3099く']),
      articleOf(2, 'Other', ['か']),
    )
    for (const word of ['京\u0301', 'がく', 'か\u3099く', 'が'])
      expect(await numbersOf(engine, `"${word}"`), word).toEqual([1])
  })

  test('every indexed word is found, alone and while it is typed, digits included', async () => {
    const { tokenise } = createAnalyser()
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const engine = await engineOf(articleOf(1, 'Title', [text]), articleOf(2, 'Other', ['nothing']))
        for (const { word } of tokenise(text)) {
          expect(await numbersOf(engine, `"${word}"`), word).toContain(1)
          expect(await numbersOf(engine, `${word} `), word).toContain(1)
          expect(await numbersOf(engine, [...word].slice(0, 2).join('')), word).toContain(1)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(foldWord(foldWord(text))).toBe(foldWord(text))
      }),
      { numRuns: 2000 },
    )
  })
})

const vocabulary = [
  'storm',
  'wars',
  'bank',
  'river',
  'the',
  'of',
  'flood',
  'flooded',
  'minister',
  'ministry',
  '2019',
  '9,265,7',
]
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '))
const article = fc.record({ number: fc.integer({ min: 1, max: 25 }), headline: sentence, text: sentence })
type Step = { readonly number: number; readonly headline: string; readonly text: string }

const apply = (source: MemorySource, { number, headline, text }: Step): void =>
  source.put(articleOf(number, headline, [text]))

const answers = async (source: MemorySource, openAt: (source: MemorySource) => Promise<unknown>) => {
  const engine = (await openAt(source)) as Awaited<ReturnType<typeof openEngine>>
  return Promise.all(
    ['storm', 'flood minister', 'bank OR 2019', 'ministry NOT storm ', '"river of"', 'min', '9,265,7 '].map(
      (text) =>
        ask(engine, text).then(({ total, hits }) => ({
          total,
          hits: hits.map(({ id, score }) => [id, score.toFixed(9)]),
        })),
    ),
  )
}

describe('an item counts the same wherever it is indexed', () => {
  test('items in the main and the live index rank as they do in one index, deletions and changes included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 25 }),
        fc.array(article, { maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 5 }),
        async (first, later, removed) => {
          const source = createMemorySource()
          for (const step of first) apply(source, step)
          const engine = await openEngine(source)
          await engine.rebuild()
          for (const step of later) apply(source, step)
          source.remove(...removed.map(idOf))
          await engine.catchUp()
          const split = await answers(source, () => Promise.resolve(engine))
          const one = await answers(source, async () => {
            const anew = await openEngine(source)
            await anew.rebuild()
            return anew
          })
          expect(split).toEqual(one)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('removing and adding again equals never having removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 2, maxLength: 15 }), async (steps) => {
        const source = createMemorySource()
        for (const step of steps) apply(source, step)
        const engine = await openEngine(source)
        const before = await answers(source, () => Promise.resolve(engine))
        const [last] = steps.slice(-1)
        if (!last) return
        source.remove(idOf(last.number))
        await engine.catchUp()
        apply(source, last)
        await engine.catchUp()
        expect(await answers(source, () => Promise.resolve(engine))).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})
