import { describe, expect, test } from 'vitest'
import { ask, engineOf } from '../fixtures/engine'
import { articleOf, idOf } from '../fixtures/memorySource'

/** The marked pieces of a text, cut out by code points. */
const marked = (text: string, ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.map(([start, end]) => [...text].slice(start, end).join(''))

const markedIn = async (text: string, query: string, language?: string): Promise<string[]> => {
  const engine = await engineOf(articleOf(1, 'Title', [text], language ? { language } : {}))
  const [hit] = (await ask(engine, query)).hits
  const place = hit?.places.find(({ field }) => field === 'text')
  return place ? marked(place.snippet, place.ranges) : []
}

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
