import citeproc, { type CslElement } from 'citeproc'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryItem } from '#core/references/writing/fixtures/arbitraryItem'
import { wholeItem } from '#core/references/writing/fixtures/wholeItem'
import { cslTypeNames } from '#shared/csl/cslTypes'
import type { CslDate, CslItem } from '#shared/model/reference'
import { cite } from './cite'
import type { Cited, CiteRequest } from './citing'
import { readLocales } from './locales'
import { readRuns } from './readRuns'
import { shippedStyles, type ShippedStyle } from './shippedStyles'
import { readStyle } from './styles'

const locale = 'en-US'

/** What citeproc makes of items just as they are, without anything of ours between. */
const bare = async (
  style: CslElement,
  items: readonly CslItem[],
  form: CiteRequest['form'],
): Promise<Cited['entries']> => {
  const held = new Map(items.map((item) => [String(item.id), item]))
  const retrieveItem = (id: string): Record<string, unknown> => structuredClone(held.get(id)) ?? { id }
  const engine = new citeproc.Engine(
    { retrieveLocale: await readLocales([]), retrieveItem },
    style,
    locale,
    true,
  )
  engine.setOutputFormat('html')
  engine.updateItems([...held.keys()])
  if (form === 'bibliography') {
    const made = engine.makeBibliography()
    return made === false ? [] : made[1].map(readRuns)
  }
  const citationItems = [...held.keys()].map((id) => ({ id }))
  const properties = { noteIndex: 1 }
  return [readRuns(engine.previewCitationCluster({ citationItems, properties }, [], [], 'html'))]
}

const numbered = (items: readonly CslItem[]): CslItem[] =>
  // citeproc takes lines of a note for orders that replace fields; it is left out before it reads an item.
  items.map(({ note: _note, ...item }, at) => ({ ...item, id: `item-${at + 1}` }) as CslItem)

const isOfUnlikeEnds = (value: unknown): boolean => {
  const ends = (value as Partial<CslDate>)['date-parts'] ?? []
  return new Set(ends.map(({ length }) => length)).size > 1
}

/** citeproc ends over ranges of which one end says more; what is made of them is tried below. */
const readableItem = arbitraryItem.filter((item) => !Object.values(item).some(isOfUnlikeEnds))

const expectSame = async (style: ShippedStyle, items: readonly CslItem[]): Promise<void> => {
  for (const form of ['bibliography', 'citation'] as const) {
    const { entries } = await cite({ style: { kind: 'shipped', id: style }, locale, form, items })
    expect(entries).toEqual(await bare(await readStyle(style), items, form))
    expect(entries.length).toBeGreaterThan(0)
  }
}

it.each(shippedStyles.map(({ id }) => id))('%s is written as citeproc writes it', async (style) => {
  await expectSame(style, numbered(cslTypeNames.map(wholeItem)))
  // An engine takes a quarter of a second to make, an item some milliseconds: few runs of many items.
  const property = fc.asyncProperty(fc.array(readableItem, { minLength: 8, maxLength: 8 }), (items) =>
    expectSame(style, numbered(items)),
  )
  await fc.assert(property, { numRuns: 2, endOnFailure: true })
})

it('is told apart where something of ours changes it', async () => {
  const [item] = numbered([wholeItem('book')])
  if (!item) throw new TypeError('one item is wanted')
  const theirs = await bare(await readStyle('apa'), [item], 'bibliography')
  const { title: _left, ...rest } = item
  const asked = { style: { kind: 'shipped', id: 'apa' }, locale, form: 'bibliography' } as const
  const { entries } = await cite({ ...asked, items: [rest as CslItem] })
  expect(entries).not.toEqual(theirs)
})

const wordsOf = async (parts: number[][]): Promise<string> => {
  const item: CslItem = {
    id: 'a',
    type: 'article-newspaper',
    title: 'The quay',
    issued: { 'date-parts': parts },
  }
  const asked = { style: { kind: 'shipped', id: 'apa' }, locale, form: 'bibliography' } as const
  const { entries } = await cite({ ...asked, items: [item] })
  return entries
    .flat()
    .map(({ text }) => text)
    .join('')
}

it.each<readonly [string, number[][], string]>([
  ['is cut to what both ends say', [[2019], [2021, 3]], '(2019–2021)'],
  [
    'may end in a season',
    [
      [2019, 21],
      [2019, 22],
    ],
    '(2019, Spring–Summer)',
  ],
  [
    'may be of months',
    [
      [2019, 3],
      [2019, 5],
    ],
    '(2019, March–May)',
  ],
])('a range of dates %s', async (_what, parts, words) => {
  expect(await wordsOf(parts)).toContain(words)
})
