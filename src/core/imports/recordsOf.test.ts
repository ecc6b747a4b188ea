import { describe, expect, it } from 'vitest'
import type { Source } from '#shared/model/citation'
import type { ParsedArticle, ParsedItem } from '#shared/model/parsed'
import { articleRecord } from '#shared/model/records'
import { source } from '#shared/model/citation'
import { createFixedClock } from '../records/fixtures/createFixedClock'
import { recordsOf } from './recordsOf'

const original = 'a'.repeat(64)

const parsed: ParsedArticle = {
  kind: 'article',
  fields: { headline: 'The harbour was measured', articleType: 'news' },
  passages: [
    { label: '1', ordinal: 1, passageKind: 'paragraph', text: 'Once.' },
    { label: '2', ordinal: 2, passageKind: 'paragraph', text: 'Twice.' },
  ],
  sourceLines: [
    {
      after: '1',
      literal: 'Source: CNN, CNN',
      order: 1,
      cites: [
        { literal: 'CNN', name: 'CNN', sourceKind: 'outlet' },
        { literal: 'CNN', name: 'CNN', sourceKind: 'outlet' },
      ],
    },
    {
      after: '2',
      literal: '(AFP)',
      order: 2,
      cites: [{ literal: 'AFP', name: 'Agence France-Presse', sourceKind: 'agency' }],
    },
  ],
  slots: [{ number: 1, placement: 'inferred' }],
  furniture: [{ text: 'Follow us', reason: 'follow-us' }],
  doubts: [],
}

const held: Source = {
  id: '0193a000-0000-7000-8000-00000000aaaa',
  kind: 'source',
  name: 'CNN',
  aliases: [],
  warnings: [],
}

const make = (items: readonly ParsedItem[], known: readonly Source[] = []) =>
  recordsOf(items, {
    original,
    rawName: 'a.txt',
    clock: createFixedClock(),
    photoOf: () => undefined,
    lookup: {
      record: () => undefined,
      itemsWith: () => [],
      sourceNamed: (name) => known.find((one) => one.name === name || one.aliases.includes(name)),
    },
  }).records

describe('recordsOf', () => {
  it('makes records that are as the model says', () => {
    const records = make([parsed])
    expect(records.articles.map((record) => articleRecord.parse(record))).toEqual(records.articles)
    expect(records.sources.map((record) => source.parse(record))).toEqual(records.sources)
  })

  it('makes one citation for each name as printed, in the order of the line that owns it', () => {
    const [article] = make([parsed]).articles
    const version = article?.versions[0]
    expect(article?.citations.map(({ passage, literal, origin }) => ({ passage, literal, origin }))).toEqual([
      { passage: '1', literal: 'CNN', origin: 'printed' },
      { passage: '1', literal: 'CNN', origin: 'printed' },
      { passage: '2', literal: 'AFP', origin: 'printed' },
    ])
    expect(version?.sourceLines.flatMap((line) => line.citationIds)).toEqual(
      article?.citations.map((citation) => citation.id),
    )
    expect(version).toMatchObject({ number: 1, original, articleId: article?.id })
    expect(version && 'doubts' in version).toBe(false)
  })

  it('makes a source once, however often and in however many articles of a file it is named', () => {
    const records = make([parsed, parsed])
    expect(records.sources.map(({ name, aliases }) => ({ name, aliases }))).toEqual([
      { name: 'CNN', aliases: [] },
      { name: 'Agence France-Presse', aliases: ['AFP'] },
    ])
    const ids = new Set(
      records.articles.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)),
    )
    expect(ids).toEqual(new Set(records.sources.map(({ id }) => id)))
  })

  it('makes a source of a list with all that the list says of it', () => {
    const row: ParsedItem = {
      kind: 'source',
      name: 'CNN',
      aliases: ['Cable'],
      sourceKind: 'outlet',
      owner: 'A Holding',
    }
    expect(make([row]).sources).toMatchObject([
      { name: 'CNN', aliases: ['Cable'], sourceKind: 'outlet', owner: 'A Holding' },
    ])
  })

  it('takes the source that is held already under this name', () => {
    const records = make([parsed], [held])
    expect(records.sources.map(({ name }) => name)).toEqual(['Agence France-Presse'])
    expect(records.articles[0]?.citations[0]?.sourceId).toBe(held.id)
  })
})
