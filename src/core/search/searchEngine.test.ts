import { describe, expect, test } from 'vitest'
import { ask, engineOf, numbersOf, openEngine } from './fixtures/engine'
import { articleOf, createMemorySource, idOf } from './fixtures/memorySource'

describe('words', () => {
  test('finds the possessive, the compound and the folded spelling', async () => {
    const engine = await engineOf(
      articleOf(1, 'Results', ["The company's profit rose 3.5 percent."]),
      articleOf(2, 'Merger', ['A bank/insurer of the U.S. in Łódź']),
      articleOf(3, 'Général', ['le général parle']),
    )
    expect(await numbersOf(engine, 'company ')).toEqual([1])
    expect(await numbersOf(engine, 'bank ')).toEqual([2])
    expect(await numbersOf(engine, 'lodz ')).toEqual([2])
    expect(await numbersOf(engine, 'US ')).toEqual([2])
    expect(await numbersOf(engine, '3.5 ')).toEqual([1])
    expect(await numbersOf(engine, 'GENERAL ')).toEqual([3])
    expect(await numbersOf(engine, "company's ")).toEqual([1])
  })

  test('finds a word by its stem and, while it is typed, at every letter', async () => {
    const engine = await engineOf(articleOf(1, 'Law', ['Generalisation of happy nationalities']))
    for (const word of ['generalisation', 'happy', 'nationalities'])
      for (let end = 1; end <= word.length; end++)
        expect(await numbersOf(engine, word.slice(0, end)), word.slice(0, end)).toEqual([1])
    expect(await numbersOf(engine, 'nationality ')).toEqual([1])
    expect(await numbersOf(engine, 'nation ')).toEqual([1])
  })

  test('needs every word but stop words', async () => {
    const engine = await engineOf(
      articleOf(1, 'One', ['The fall of the town']),
      articleOf(2, 'Two', ['Fall of a wall']),
    )
    expect(await numbersOf(engine, 'the fall town ')).toEqual([1])
    expect(await numbersOf(engine, 'the fall ')).toEqual([1, 2])
    expect(await numbersOf(engine, 'the ')).toEqual([1])
  })

  test('gives as many of the first hits as are wanted, without reading them', async () => {
    const documents = [3, 2, 1].map((times) => articleOf(times, 'News', ['bridge '.repeat(times)]))
    const source = createMemorySource(documents)
    const engine = await openEngine(source)
    const before = source.reads()
    const all = await engine.select('bridge ')
    expect(all).toHaveLength(3)
    expect(await engine.select('bridge ', { most: 2 })).toEqual(all.slice(0, 2))
    expect(source.reads()).toBe(before)
  })

  test('says which words occur nowhere', async () => {
    const engine = await engineOf(articleOf(1, 'One', ['The fall of the town']))
    const answer = await ask(engine, 'town zeppelin hindenburg ')
    expect(answer).toMatchObject({ total: 0, readAs: 'query', unknownWords: ['zeppelin', 'hindenburg'] })
  })
})

describe('query language', () => {
  const articles = [
    articleOf(1, 'Baghouz falls', ['The last pocket fell on Saturday.'], { published: '2019-03-23' }),
    articleOf(2, 'Pocket money', ['Children on Saturday spend the last coin.'], {
      published: '2018',
      facets: { is: ['unsourced'] },
      language: 'en-GB',
    }),
    articleOf(3, 'A quiet week', ['Nothing fell. Baghouz is far.'], {
      published: '2019-04-02',
      extra: [{ field: 'source', text: 'CNN' }],
    }),
  ]
  const cases: readonly (readonly [string, readonly number[]])[] = [
    ['"last pocket"', [1]],
    ['"pocket last"', []],
    ['"the last"', [1, 2]],
    ['NOT "last pocket" saturday', [2]],
    ['baghouz OR money', [2, 1, 3]],
    ['baghouz AND NOT quiet', [1]],
    ['baghouz -quiet', [1]],
    ['(baghouz OR money) saturday', [2, 1]],
    ['headline:baghouz', [1]],
    ['title:baghouz', [1]],
    ['source:cnn', [3]],
    ['source:(cnn OR ap)', [3]],
    ['text:"nothing fell"', [3]],
    ['headline:"nothing fell"', []],
    ['poc*', [2, 1]],
    ['pokcet~1', [2, 1]],
    ['before:2019', [2]],
    ['after:2019-03', [3]],
    ['on:2019-03', [1]],
    ['published:2018/2019-03', [1, 2]],
    ['published:2019-03/..', [1, 3]],
    ['-published:../2018', [1, 3]],
    ['is:unsourced', [2]],
    ['has:(photo OR slot)', []],
    ['-kind:photo', [1, 2, 3]],
    ['headline:baghouz NEAR falls', [1]],
    ['language:en', [2]],
    ['kind:photo', []],
    ['-is:unsourced fell ', [3, 1]],
  ]
  test.each(cases)('%s', async (text, numbers) => {
    expect(await numbersOf(await engineOf(...articles), text)).toEqual(numbers)
  })

  test.each([
    ['"last pocket', 'unclosed-quote'],
    ['(baghouz', 'unclosed-parenthesis'],
    ['baghouz)', 'unexpected-parenthesis'],
    ['http://baghouz', 'unknown-field'],
    ['baghouz AND', 'missing-operand'],
    ['-baghouz', 'only-negation'],
    ['baghouz before:soon', 'bad-date'],
  ])('reads %s as words, says so, and still finds', async (text, code) => {
    const answer = await ask(await engineOf(...articles), text)
    expect(answer.readAs).toBe('words')
    expect(answer.notes.map((note) => note.code)).toEqual([code])
    expect(answer.total).toBeGreaterThan(0)
  })

  test('leaves out kinds and languages that are not asked for', async () => {
    const engine = await engineOf(...articles)
    expect((await ask(engine, 'saturday', { filters: [{ facet: 'kind', value: 'photo' }] })).total).toBe(0)
    const { hits } = await ask(engine, 'saturday', { filters: [{ facet: 'language', value: 'en' }] })
    expect(hits.map(({ id }) => id)).toEqual([idOf(2)])
  })
})

describe('ranking', () => {
  test('puts a headline above any number of occurrences in the text', async () => {
    const engine = await engineOf(
      articleOf(1, 'Weather', ['harvest '.repeat(40)]),
      articleOf(2, 'A long headline about the harvest of the year in the south', ['Nothing else.']),
      articleOf(3, 'Sport', ['Rain.']),
    )
    expect(await numbersOf(engine, 'harvest ')).toEqual([2, 1])
  })

  test('orders equals by id', async () => {
    const engine = await engineOf(...[3, 1, 2].map((number) => articleOf(number, 'Same', ['same text'])))
    expect(await numbersOf(engine, 'same')).toEqual([1, 2, 3])
  })
})

describe('changes', () => {
  test('finds what was added, and no longer what was changed or removed', async () => {
    const source = createMemorySource([articleOf(1, 'One', ['alpha']), articleOf(2, 'Two', ['beta'])])
    const engine = await openEngine(source)
    await engine.rebuild()
    source.put(articleOf(3, 'Three', ['gamma']), articleOf(1, 'One', ['delta']))
    source.remove(idOf(2))
    await engine.catchUp()
    expect(await numbersOf(engine, 'gamma')).toEqual([3])
    expect(await numbersOf(engine, 'delta')).toEqual([1])
    expect(await numbersOf(engine, 'alpha')).toEqual([])
    expect(await numbersOf(engine, 'beta')).toEqual([])
    expect(engine.state()).toEqual({ state: 'ready', searchable: 2, total: 2 })
  })
})
