import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '#shared/model/records'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { digestOf } from '../records/digest'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { examplePhoto } from '../duplicates/fixtures/alikeRecords'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'
import { verifyArchive } from '../verify/verifyArchive'

let world: TestApp
beforeEach(async () => {
  world = await openTestApp()
})
afterEach(() => world.close())

const source = exampleSource(clock, 'Press')

/** Articles with these tags, each in a list of its own. */
const put = (...tags: readonly (readonly string[])[]): string[] => {
  const articles = tags.map((own, at) => ({
    ...exampleArticle(clock, source, { headline: `Text ${at}` }),
    tags: [...own],
  }))
  const records = { ...emptyRecordSet, articles, sources: [source] }
  world.app.archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
  return articles.map(({ id }) => id)
}
const articleOf = (id: string | undefined): ArticleRecord => {
  const record = world.app.archive.catalogue.record(id ?? '')
  if (record?.kind !== 'article') throw new TypeError('no article')
  return record
}
const tagsOf = (ids: readonly string[]): string[][] => ids.map((id) => articleOf(id).tags)
const groups = async () => (await world.client.overviews.groups({})).tags
const kind = 'tags'

describe('a tag that is added', () => {
  it('stands behind those that are there, on each article, with one event each and the digest of the record', async () => {
    const ids = put(['ports'], [])
    const filed = await world.client.filing.add({ kind, names: ['Harbour'], ids })
    expect(filed).toMatchObject({ changed: 2, others: 0 })
    expect(tagsOf(ids)).toEqual([['ports', 'Harbour'], ['Harbour']])
    for (const id of ids) {
      const events = world.app.archive.catalogue.events(id)
      expect(events.map(({ action }) => action)).toEqual(['import', 'edit'])
      expect(events.at(-1)?.digest).toBe(digestOf(articleOf(id)))
    }
    expect((await verifyArchive(world.app.archive)).problems).toBe(0)
  })

  it('is the one that the archive has, whatever case and accents it is typed in', async () => {
    const ids = put(['Café', 'x'], [])
    await world.client.filing.add({ kind, names: ['  cafe ', 'CAFÉ'], ids })
    expect(tagsOf(ids)).toEqual([['Café', 'x'], ['Café']])
    expect(await groups()).toEqual([
      { name: 'Café', articles: 2 },
      { name: 'x', articles: 1 },
    ])
  })

  it('is another one where marks are letters', async () => {
    const ids = put(['मत'])
    await world.client.filing.add({ kind, names: ['मीत'], ids })
    expect(tagsOf(ids)).toEqual([['मत', 'मीत']])
  })

  it('is kept as NFC, on one line, without what steers', async () => {
    const ids = put([])
    await world.client.filing.add({ kind, names: ['Cafe\u0301\t\u202enoir'], ids })
    expect(tagsOf(ids)).toEqual([['Caf\u00e9 noir']])
  })

  it('changes nothing where it is there already, and makes no event', async () => {
    const [id = ''] = put(['ports'])
    const { revision } = world.app.archive.catalogue
    const before = revision()
    expect(await world.client.filing.add({ kind, names: ['Ports'], ids: [id] })).toMatchObject({
      changed: 0,
      moves: [],
    })
    expect(revision()).toBe(before)
  })

  it('goes to the articles of what is chosen; photos and references have none', async () => {
    const photo = examplePhoto(clock, { headline: 'A crane' })
    const records = { ...emptyRecordSet, photos: [photo] }
    world.app.archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
    const ids = put([])
    const filed = await world.client.filing.add({ kind, names: ['a'], ids: [...ids, photo.id] })
    expect(filed).toMatchObject({ changed: 1, others: 1 })
  })

  it('is put on all articles or on none', async () => {
    const ids = put([], [])
    await world.client.trash.remove({ ids: ids.slice(1) })
    await expect(world.client.filing.add({ kind, names: ['a'], ids })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(tagsOf(ids)).toEqual([[], []])
  })

  it('is refused where it is nothing, too long, or one too many', async () => {
    const ids = put(Array.from({ length: 200 }, (_, at) => `tag ${at}`))
    const add = (name: string) => world.client.filing.add({ kind, names: [name], ids })
    await expect(add(' \u202e ')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(add('x'.repeat(201))).rejects.toMatchObject({ code: 'bad-input' })
    await expect(add('one more')).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('touches no version, and no collection', async () => {
    const [id = ''] = put([])
    const before = articleOf(id)
    await world.client.filing.add({ kind: 'collections', names: ['Series'], ids: [id] })
    expect(articleOf(id)).toEqual({ ...before, collections: ['Series'] })
  })
})

describe('a tag that is taken off', () => {
  it('goes in the spelling that is asked for, and in each where it is none of them', async () => {
    const ids = put(['Café', 'cafe', 'x'])
    await world.client.filing.remove({ kind, names: ['cafe'], ids })
    expect(tagsOf(ids)).toEqual([['Café', 'x']])
    await world.client.filing.remove({ kind, names: ['CAFE'], ids })
    expect(tagsOf(ids)).toEqual([['x']])
  })
})

describe('a tag that is renamed', () => {
  it('stands in its place on every article, in the case that is typed', async () => {
    const ids = put(['a', 'harbour', 'b'], ['harbour'], ['c'])
    await world.client.filing.rename({ kind, names: ['harbour'], to: 'Harbour' })
    expect(tagsOf(ids)).toEqual([['a', 'Harbour', 'b'], ['Harbour'], ['c']])
  })

  it('becomes one with another that is there, as that is spelled', async () => {
    const ids = put(['port', 'x', 'Harbour'], ['port'], ['Harbor'])
    await world.client.filing.rename({ kind, names: ['port', 'Harbor'], to: 'harbour' })
    expect(tagsOf(ids)).toEqual([['x', 'Harbour'], ['Harbour'], ['Harbour']])
    expect(await groups()).toEqual([
      { name: 'Harbour', articles: 3 },
      { name: 'x', articles: 1 },
    ])
  })

  it('is taken off everywhere where no other name is given', async () => {
    const ids = put(['a', 'b'], ['a'])
    await world.client.filing.rename({ kind, names: ['a'] })
    expect(tagsOf(ids)).toEqual([['b'], []])
  })

  it('has to be there', async () => {
    put(['a'])
    await expect(world.client.filing.rename({ kind, names: ['b'], to: 'c' })).rejects.toMatchObject({
      code: 'no-such-name',
    })
  })
})

describe('the undo', () => {
  it('gives each article exactly the list that it had', async () => {
    const ids = put(['a', 'b', 'c'], ['c', 'b'], ['B'])
    const before = tagsOf(ids)
    for (const deed of [
      () => world.client.filing.remove({ kind, names: ['b'], ids }),
      () => world.client.filing.rename({ kind, names: ['b'], to: 'a' }),
      () => world.client.filing.add({ kind, names: ['new', 'b'], ids }),
    ]) {
      const { moves } = await deed()
      expect(tagsOf(ids)).not.toEqual(before)
      const back = await world.client.filing.putBack({ kind, moves })
      expect(tagsOf(ids)).toEqual(before)
      // And it is undone itself.
      await world.client.filing.putBack({ kind, moves: back.moves })
      expect(tagsOf(ids)).not.toEqual(before)
      await world.client.filing.putBack({ kind, moves })
    }
    expect((await verifyArchive(world.app.archive)).problems).toBe(0)
  })

  it('does nothing to any where one was changed since', async () => {
    const ids = put(['a'], [])
    const { moves } = await world.client.filing.add({ kind, names: ['b'], ids })
    await world.client.filing.add({ kind, names: ['c'], ids: ids.slice(1) })
    await expect(world.client.filing.putBack({ kind, moves })).rejects.toMatchObject({ code: 'filed-since' })
    expect(tagsOf(ids)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ])
  })

  it('stores no name that steers', async () => {
    const ids = put([])
    const moves = [{ before: ['a\u0007'], after: [], ids }]
    await expect(world.client.filing.putBack({ kind, moves })).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('what is offered while one types', () => {
  it('begins so, in whole or in one of its words, the likeliest first; what is meant already is marked', async () => {
    put(['City hall', 'Élections'], ['Elections 2019', 'Local elections'], ['Local elections'], ['other'])
    const offered = async (text: string) =>
      (await world.client.filing.names({ kind, text })).map(({ name, same }) => (same ? `=${name}` : name))
    expect(await offered('elec')).toEqual(['Élections', 'Elections 2019', 'Local elections'])
    expect(await offered('ELECTIONS')).toEqual(['=Élections', 'Elections 2019', 'Local elections'])
    expect(await offered('')).toEqual([
      'Local elections',
      'City hall',
      'Élections',
      'Elections 2019',
      'other',
    ])
    expect(await world.client.filing.names({ kind: 'collections', text: '' })).toEqual([])
  })

  it('is kept up with what is done, here and elsewhere', async () => {
    const ids = put(['a'], ['a'])
    expect(await groups()).toEqual([{ name: 'a', articles: 2 }])
    await world.client.filing.remove({ kind, names: ['a'], ids: ids.slice(1) })
    await world.client.filing.add({ kind, names: ['b'], ids })
    expect(await groups()).toEqual([
      { name: 'a', articles: 1 },
      { name: 'b', articles: 2 },
    ])
    await world.client.trash.remove({ ids: ids.slice(0, 1) })
    expect(await groups()).toEqual([{ name: 'b', articles: 1 }])
  })
})
