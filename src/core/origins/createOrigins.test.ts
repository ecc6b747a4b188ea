import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '#shared/model/citation'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { articleOf, claimOn, evidenceIn, story } from './fixtures/toldStories'

let world: TestApp
beforeEach(async () => {
  world = await openTestApp()
})
afterEach(() => world.close())

const commit = (records: {
  readonly articles?: ArticleRecord[]
  readonly sources?: Source[]
  readonly claims?: Claim[]
}): void => {
  world.app.archive.catalogue.commit({
    records: { ...emptyRecordSet, ...records },
    action: 'import',
    actor: 'tester',
  })
}

const [cnn, reuters, courier, gazette] = ['CNN', 'Reuters', 'The Courier', 'Gazette'].map((name) =>
  exampleSource(clock, name),
) as [Source, Source, Source, Source]
const sources = [cnn, reuters, courier, gazette]

const supportOfFirst = async (article: ArticleRecord) => {
  const { passages } = await world.client.articles.support({ id: article.id })
  const [first] = passages
  if (!first) throw new TypeError('there is no passage')
  return first
}

const about = 'The northern bridge collapsed during the flooding, sentence 44 tells.'

describe('the independent sources of a passage', () => {
  it('count a source that a line names twice once, and say so', async () => {
    const article = articleOf({ headline: 'Twice', texts: [about, 'Nothing.'], lines: { 0: [cnn, cnn] } })
    commit({ articles: [article], sources })
    const support = await supportOfFirst(article)
    expect(support).toMatchObject({ basis: 'printed', independent: 1, checkable: true })
    expect(support.citationIds).toHaveLength(2)
    expect(support.groups).toEqual([
      {
        members: [{ name: 'CNN', sourceId: cnn.id }],
        why: [{ reason: 'named-again', name: 'CNN', times: 2 }],
      },
    ])
  })

  it('count two that have nothing in common as two', async () => {
    const article = articleOf({ headline: 'Two', texts: [about], lines: { 0: [cnn, reuters] } })
    commit({ articles: [article], sources })
    expect(await supportOfFirst(article)).toMatchObject({
      independent: 2,
      groups: [{ why: [] }, { why: [] }],
    })
  })

  it('count one agency under two names once', async () => {
    const [ap, long] = [exampleSource(clock, 'AP'), exampleSource(clock, 'The Associated Press')]
    const article = articleOf({ headline: 'Names', texts: [about], lines: { 0: [ap, long] } })
    commit({ articles: [article], sources: [ap, long] })
    expect(await supportOfFirst(article)).toMatchObject({
      independent: 1,
      groups: [{ why: [{ reason: 'named-again', name: 'AP', times: 2 }] }],
    })
  })

  it('count one that is named via the other once, by the words of the line or of the passage', async () => {
    const line = articleOf({ headline: 'Via', texts: [about], lines: { 0: ['CNN via Reuters', reuters] } })
    const passage = articleOf({
      headline: 'Citing',
      texts: ['CNN said, citing Reuters, that the bridge collapsed.'],
      lines: { 0: [cnn, reuters] },
    })
    commit({ articles: [line, passage], sources })
    expect(await supportOfFirst(line)).toMatchObject({
      independent: 1,
      groups: [{ why: [{ reason: 'credited', to: 'Reuters', phrase: 'CNN via Reuters' }] }],
    })
    expect(await supportOfFirst(passage)).toMatchObject({
      independent: 1,
      groups: [{ why: [{ reason: 'credited', name: 'CNN', to: 'Reuters', phrase: 'citing Reuters' }] }],
    })
  })

  it('count two once whose articles on it carry one text', async () => {
    const article = articleOf({ headline: 'Mine', texts: [about], lines: { 0: [courier, gazette] } })
    const first = articleOf({ headline: 'Bridge falls', publisher: 'The Courier', texts: story })
    const second = articleOf({ headline: 'A bridge falls', publisher: 'Gazette', texts: [...story, 'End.'] })
    commit({ articles: [article, first, second], sources })
    const support = await supportOfFirst(article)
    expect(support).toMatchObject({
      independent: 1,
      groups: [{ why: [{ reason: 'same-text', name: 'The Courier', other: 'Gazette' }] }],
    })
    const { sameText } = await world.client.articles.support({ id: first.id })
    expect(sameText).toMatchObject([{ id: second.id, publisher: 'Gazette' }])
  })

  it('do not count two once for a common text on another matter', async () => {
    const texts = story.map((text) => text.replaceAll('bridge', 'orchard').replaceAll('flooding', 'harvest'))
    const article = articleOf({
      headline: 'Mine',
      texts: ['The mayor announced new taxes for restaurants on Thursday evening.'],
      lines: { 0: [courier, gazette] },
    })
    const first = articleOf({ headline: 'Orchard', publisher: 'The Courier', texts })
    const second = articleOf({ headline: 'An orchard', publisher: 'Gazette', texts })
    commit({ articles: [article, first, second], sources })
    expect(await supportOfFirst(article)).toMatchObject({ independent: 2 })
  })

  it('count two once whose article says that it is the other’s, or both a third one’s', async () => {
    const one = articleOf({ headline: 'One', texts: [about], lines: { 0: [courier, reuters] } })
    const both = articleOf({ headline: 'Both', texts: [about], lines: { 0: [courier, gazette] } })
    const told = articleOf({
      headline: 'Told',
      publisher: 'The Courier',
      texts: [`HARBOUR (Reuters) - ${about}`],
    })
    const again = articleOf({
      headline: 'Again',
      publisher: 'Gazette',
      texts: [
        'Another way to tell how the northern bridge collapsed during that flooding, sentence 44. (Reuters)',
      ],
    })
    commit({ articles: [one, both, told, again], sources })
    expect(await supportOfFirst(one)).toMatchObject({
      independent: 1,
      groups: [
        { why: [{ reason: 'credited', name: 'The Courier', to: 'Reuters', article: { title: 'Told' } }] },
      ],
    })
    expect(await supportOfFirst(both)).toMatchObject({
      independent: 1,
      groups: [
        {
          why: [
            { name: 'The Courier', to: 'Reuters' },
            { name: 'Gazette', to: 'Reuters' },
          ],
        },
      ],
    })
  })
})

describe('claims on a passage', () => {
  it('bring their evidence, which counts once where it is one text', async () => {
    const article = articleOf({ headline: 'Mine', texts: [about] })
    const first = articleOf({ headline: 'Bridge falls', publisher: 'The Courier', texts: story })
    const second = articleOf({ headline: 'A bridge falls', publisher: 'Gazette', texts: [...story, 'End.'] })
    const other = articleOf({ headline: 'Elsewhere', publisher: 'Post', texts: ['Own words about it all.'] })
    const evidence = [first, second, other].map((one) => evidenceIn(one))
    commit({ articles: [article, first, second, other], claims: [claimOn(article, { evidence })] })
    expect(await supportOfFirst(article)).toMatchObject({
      basis: 'none',
      independent: 2,
      groups: [{ members: [{ name: 'The Courier' }, { name: 'Gazette' }] }, { members: [{ name: 'Post' }] }],
    })
  })

  it('make it contradicted, or beyond checking', async () => {
    const wrong = articleOf({ headline: 'Wrong', texts: [about], lines: { 0: [cnn] } })
    const opinion = articleOf({ headline: 'Opinion', texts: [about] })
    commit({
      articles: [wrong, opinion],
      sources,
      claims: [claimOn(wrong, { status: 'contradicted' }), claimOn(opinion, { claimType: 'opinion' })],
    })
    expect(await supportOfFirst(wrong)).toMatchObject({ basis: 'contradicted', independent: 1 })
    expect(await supportOfFirst(opinion)).toMatchObject({ basis: 'none', independent: 0, checkable: false })
  })
})

describe('the lists of what lacks support', () => {
  it('hold passages without a source and with one, and photos without a credit', async () => {
    const article = articleOf({
      headline: 'Mixed',
      texts: ['Alone.', about, 'Between.', 'Two of them.'],
      lines: { 1: [cnn, cnn], 3: [cnn, reuters] },
    })
    commit({ articles: [article], sources })
    const list = (name: 'unsourced' | 'single-source' | 'uncredited') =>
      world.client.support.list({ list: name })
    expect(await list('unsourced')).toMatchObject({
      total: 1,
      looked: 1,
      of: 1,
      rows: [{ id: article.id, passage: '1', text: 'Alone.', title: 'Mixed' }],
    })
    expect(await list('single-source')).toMatchObject({
      total: 1,
      rows: [{ passage: '2', sources: ['CNN'] }],
    })
    expect(await list('uncredited')).toMatchObject({ total: 0, of: 0, rows: [] })
  })

  it('are read again after a change, and page by page', async () => {
    commit({ articles: [articleOf({ headline: 'First', texts: ['One.', 'Two.'] })] })
    expect(await world.client.support.list({ list: 'unsourced' })).toMatchObject({ total: 2 })
    commit({ articles: [articleOf({ headline: 'Second', texts: ['Three.'] })] })
    const page = await world.client.support.list({ list: 'unsourced', offset: 1, limit: 1 })
    expect(page).toMatchObject({ total: 3, rows: [{ title: 'First', text: 'One.' }] })
  })
})
