import { describe, expect, test } from 'vitest'
import { ask, engineOf } from '../fixtures/engine'
import { articleOf, idOf } from '../fixtures/memorySource'
import { createPlainShard } from '../fixtures/plainShard'
import { createAnalyser } from '../analysis/analyser'
import { createBinder } from '../query/bindQuery'
import { Scratch } from '../query/scratch'
import { runSearch } from '../query/search'
import { createPlaceFinders } from './findPlaces'

/** The marked pieces of a text, cut out by code points. */
const marked = (text: string, ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.map(([start, end]) => [...text].slice(start, end).join(''))

const markedIn = async (text: string, query: string, language?: string): Promise<string[]> => {
  const engine = await engineOf(articleOf(1, 'Title', [text], language ? { language } : {}))
  const [hit] = (await ask(engine, query)).hits
  const place = hit?.places.find(({ field }) => field === 'text')
  return place ? marked(place.snippet, place.ranges) : []
}

test('shows how the text begins where nothing in it was asked for', async () => {
  const text = 'The ferry 😀 leaves the quay. '.repeat(20)
  const engine = await engineOf(articleOf(1, 'Title', [text, 'Second.'], { language: 'ru' }))
  const [hit] = (await ask(engine, 'language:ru')).hits
  expect(hit).toMatchObject({ placesTotal: 0, places: [{ field: 'text', passage: '1', ranges: [] }] })
  expect(text.startsWith(hit?.places[0]?.snippet ?? 'none')).toBe(true)
  expect([...(hit?.places[0]?.snippet ?? '')].length).toBeGreaterThan(100)
})

describe('marks', () => {
  test.each([
    ['Bombing raids and bombers 😀 bombed it', 'bombed ', undefined, ['Bombing', 'bombed']],
    ["The company's profit", 'company ', undefined, ['company']],
    ['the U.S. dollar', 'us ', undefined, ['U.S']],
    ['W Łodzi i w ŁÓDŹ', 'lodz ', 'pl', ['Łodzi', 'ŁÓDŹ']],
    ['قال المُتَحَدِّث إن الأخبار', 'اخبار', 'ar', ['الأخبار']],
    ['首都自然生态持续向好', '自然', 'zh', ['自然']],
    ['北京市园林绿化局', '京市', 'zh', ['京市']],
    ['ё и е: самолёт', 'самолет ', 'ru', ['самолёт']],
    ['Die Häuser am Haus', 'haus ', 'de', ['Häuser', 'Haus']],
    ['last of the last pocket', '"last pocket"', undefined, ['last pocket']],
    ['snow and snowfall', 'snow -rain', undefined, ['snow']],
    ['nai\u0308ve cafe\u0301s', 'naive ', undefined, ['nai\u0308ve']],
  ])('in %s for %s', async (text, query, language, expected) => {
    expect(await markedIn(text, query, language)).toEqual(expected)
  })

  const near = (text: string, left: string, right: string, distance: number): string[] => {
    const document = articleOf(1, 'Title', [text])
    const node = (words: string) =>
      words.includes(' ')
        ? { type: 'phrase' as const, text: words }
        : { type: 'word' as const, text: words, match: 'whole' as const }
    const analyser = createAnalyser()
    const shards = [createPlainShard(analyser, [document])]
    const plan = createBinder(analyser, shards).bind({
      type: 'near',
      left: node(left),
      right: node(right),
      distance,
    })
    const [place] = plan ? createPlaceFinders(analyser)(plan).all(document) : []
    return marked(text, place?.ranges ?? [])
  }

  test.each([
    ['alpha far far far beta alpha far beta', 1, ['beta', 'alpha', 'beta']],
    ['alpha beta', 0, ['alpha', 'beta']],
    ['alpha x beta', 0, []],
    ['beta x alphas', 1, ['beta', 'alphas']],
    ['alpha 1,000 beta alpha', 1, ['beta', 'alpha']],
  ])('in %s only the words that stand near one another (%i)', (text, distance, expected) => {
    expect(near(text, 'alpha', 'beta', distance)).toEqual(expected)
  })

  test('in a NEAR of a phrase and a word, what takes part alone', () => {
    const text = 'red sea, red cross, a ship, red sea ship ship'
    expect(near(text, 'red sea', 'ship', 1)).toEqual(['ship', 'red sea', 'ship', 'ship'])
    expect(near(text, 'ship', 'ship', 0)).toEqual(['ship', 'ship'])
  })

  test('words of other scripts, and says as what an item was found', () => {
    const analyser = createAnalyser()
    const documents = [
      articleOf(1, 'Визит', ['Сегодня Путин и Путина 😀 и Путин.'], { language: 'ru' }),
      articleOf(2, 'Visit', ['Putin on a patina']),
    ]
    const shards = [createPlainShard(analyser, documents)]
    const { best, plan } = runSearch({
      shards,
      analyser,
      scratch: new Scratch(),
      text: 'putin ',
      filters: [],
      sort: 'relevance',
      most: 10,
      countFacets: false,
    })
    expect(best.map(({ id }) => id)).toEqual([idOf(2), idOf(1)])
    const found = documents.map((document) => plan && createPlaceFinders(analyser)(plan).best(document, 5))
    expect(found.map((each) => each?.foundAs)).toEqual([['Путин', 'Путина'], undefined])
    expect(
      found.map((each) => marked(each?.places[0]?.snippet ?? '', each?.places[0]?.ranges ?? [])),
    ).toEqual([['Путин', 'Путина', 'Путин'], ['Putin']])
  })

  test('gives whole words around the first match, and no more than it says', async () => {
    const text = `${'before it went on and on '.repeat(40)}needle ${'after it came more and more '.repeat(40)}`
    const engine = await engineOf(articleOf(1, 'Title', [text]))
    const place = (await ask(engine, 'needle ')).hits[0]?.places[0]
    expect(place?.passage).toBe('1')
    expect(text).toContain(` ${place?.snippet} `)
    expect([...(place?.snippet ?? '')].length).toBeGreaterThan(120)
    expect([...(place?.snippet ?? '')].length).toBeLessThanOrEqual(160)
    expect(marked(place?.snippet ?? '', place?.ranges ?? [])).toEqual(['needle'])
  })

  test('shows the places with the most words, in the order of the text, and counts all', async () => {
    const texts = ['alpha here', 'beta here', 'alpha and beta', 'alpha again', 'beta with alpha']
    const engine = await engineOf(articleOf(1, 'Title', texts))
    const hit = (await ask(engine, 'alpha beta ', { placesPerHit: 2 })).hits[0]
    expect(hit?.places.map(({ passage }) => passage)).toEqual(['3', '5'])
    expect(hit?.placesTotal).toBe(5)
  })

  test('gives ranges into whole passages and fields for the reading view', async () => {
    const text = `😀 ${'word '.repeat(100)}needle`
    const engine = await engineOf(articleOf(1, 'A needle', [text, 'nothing']))
    expect(await engine.places('needle ', idOf(1))).toEqual([
      { field: 'headline', ranges: [[2, 8]] },
      { field: 'text', passage: '1', ranges: [[502, 508]] },
    ])
  })

  test('refuses an item that is not there', async () => {
    const engine = await engineOf(articleOf(1, 'A needle', []))
    await expect(engine.places('needle', idOf(2))).rejects.toMatchObject({ code: 'not-found' })
  })
})
