import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bridgeText, harbourText } from '../fixtures/articleFiles'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { emptyRecordSet } from '../records/recordSets'
import type { ArticleRecord } from '#shared/model/records'
import type { PassageTarget } from '#shared/model/selector'

let test: TestApp
let harbour: ArticleRecord
let bridge: ArticleRecord

const importText = async (name: string, text: string): Promise<ArticleRecord> => {
  const path = join(test.folder, name)
  await writeFile(path, text)
  const { client, finish } = test
  const { job } = await finish(await client.imports.plan({ tokens: [test.tokenFor(path)] }))
  if (job.result?.kind !== 'plan') throw new TypeError('no plan')
  const { files } = await finish(await client.imports.commit({ planId: job.result.planId }))
  const id = files.find((file) => 'id' in file && file.id !== undefined)
  if (!id || !('id' in id) || typeof id.id !== 'string')
    throw new TypeError(`not imported: ${JSON.stringify(files)}`)
  return (await client.articles.get({ id: id.id })).article
}

beforeEach(async () => {
  test = await openTestApp()
  harbour = await importText('a.txt', harbourText)
  bridge = await importText('b.txt', bridgeText)
})
afterEach(() => test.close())

const wholeOf = (article: ArticleRecord, passage = '1'): PassageTarget => ({
  articleId: article.id,
  versionId: article.versions[0]?.id ?? '',
  passage,
})

const wordsOf = (article: ArticleRecord, words: string): Promise<PassageTarget> => {
  const passage = article.versions[0]?.passages.find(({ text }) => text.includes(words))
  if (!passage) throw new TypeError('no such words')
  const offset = Array.from(passage.text.slice(0, passage.text.indexOf(words))).length
  return test.client.quotes.select({
    articleId: article.id,
    from: { passage: passage.label, offset },
    to: { passage: passage.label, offset: offset + Array.from(words).length },
  })
}

/** Another version of an article, with these words in the place of others. */
const revise = (article: ArticleRecord, from: string, to: string): ArticleRecord => {
  const [first] = article.versions
  if (!first) throw new TypeError('no version')
  const version = {
    ...first,
    id: test.app.clock.createId(),
    number: 2,
    passages: first.passages.map((passage) => ({ ...passage, text: passage.text.replace(from, to) })),
    sourceLines: [],
  }
  const revised = { ...article, versions: [first, version] }
  test.app.archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [revised] },
    action: 'edit',
    actor: 'tester',
  })
  return revised
}

const actionsOf = (id: string): string[] =>
  test.app.archive.catalogue.events(id, { local: true }).map(({ action }) => action)

describe('claims', () => {
  it('are made of words, edited, checked and withdrawn, each as one event, and come back whole', async () => {
    const { claims } = test.client
    const target = await wordsOf(harbour, 'measured on Monday')
    const { id } = await claims.make({
      text: ' It was measured on a\u0301 Monday. ',
      claimType: 'date',
      target,
    })
    await claims.edit({ id, text: 'It was measured on Monday.', claimType: 'fact' })
    await claims.check({ id, by: 'Ada', method: 'called the office', outcome: 'supported' })
    const { claim, place } = await claims.get({ id })
    expect(claim).toMatchObject({
      text: 'It was measured on Monday.',
      claimType: 'fact',
      status: 'supported',
      checks: [{ by: 'Ada', method: 'called the office', outcome: 'supported' }],
    })
    expect(place).toMatchObject({ words: 'measured on Monday', standing: { state: 'here' }, version: 1 })
    await claims.withdraw({ id })
    await expect(claims.get({ id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await claims.list({})).total).toBe(0)
    expect(await claims.restore({ id })).toEqual(claim)
    expect(actionsOf(id)).toEqual(['import', 'edit', 'edit', 'remove', 'restore'])
  })

  it('carry evidence from anywhere, with what it cites and who else uses it', async () => {
    const { claims } = test.client
    const first = await claims.make({
      text: 'The bridge is sound.',
      claimType: 'fact',
      target: wholeOf(bridge),
    })
    const second = await claims.make({ text: 'The harbour is deep.', claimType: 'fact' })
    const target = wholeOf(harbour)
    await claims.addEvidence({ id: first.id, relation: 'supports', target, obtained: 'read in the archive' })
    await claims.addEvidence({ id: second.id, relation: 'contradicts', target })
    const view = await claims.get({ id: first.id })
    expect(view.evidence).toMatchObject([
      {
        relation: 'supports',
        obtained: 'read in the archive',
        place: {
          headline: 'The harbour was measured twice',
          cited: [
            { name: 'Example Wire', basis: 'printed' },
            { name: 'Coast Office', basis: 'printed' },
          ],
        },
        alsoUsedBy: [{ id: second.id, text: 'The harbour is deep.' }],
      },
    ])
    expect(view.groups.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['Bridge Authority'],
      ['Example Wire'],
      ['Coast Office'],
    ])
    const [evidence] = view.claim.evidence
    if (!evidence) throw new TypeError('no evidence')
    await claims.editEvidence({ id: first.id, evidenceId: evidence.id, relation: 'context', obtained: null })
    expect((await claims.get({ id: first.id })).claim.evidence).toMatchObject([{ relation: 'context' }])
    await claims.removeEvidence({ id: first.id, evidenceId: evidence.id })
    expect((await claims.get({ id: first.id })).claim.evidence).toEqual([])
    const restored = await claims.restoreEvidence({ id: first.id, evidence, position: 0 })
    expect(restored.evidence).toEqual([evidence])
  })

  it('are listed by status, type, article, and by what they lack', async () => {
    const { claims } = test.client
    const bare = await claims.make({ text: 'One.', claimType: 'fact', target: wholeOf(harbour) })
    const single = await claims.make({ text: 'Two.', claimType: 'number' })
    const double = await claims.make({ text: 'Three.', claimType: 'fact' })
    await claims.addEvidence({ id: single.id, relation: 'supports', target: wholeOf(bridge) })
    await claims.addEvidence({ id: double.id, relation: 'supports', target: wholeOf(harbour) })
    await claims.addEvidence({ id: double.id, relation: 'contradicts', target: wholeOf(bridge) })
    await claims.check({ id: double.id, by: 'Ada', method: 'asked', outcome: 'disputed' })
    const idsOf = async (filter: Parameters<typeof claims.list>[0]['filter']) =>
      (await claims.list({ filter })).rows.map(({ id }) => id)
    expect(await idsOf({})).toEqual([double.id, single.id, bare.id])
    expect(await idsOf({ lack: 'unsourced' })).toEqual([])
    const none = await claims.make({ text: 'Nobody says so.', claimType: 'name' })
    expect(await idsOf({ lack: 'unsourced' })).toEqual([none.id])
    await claims.withdraw({ id: none.id })
    expect(await idsOf({ lack: 'single-source' })).toEqual([single.id])
    expect(await idsOf({ lack: 'contradicted' })).toEqual([double.id])
    expect(await idsOf({ lack: 'unchecked' })).toEqual([single.id, bare.id])
    expect(await idsOf({ status: 'disputed' })).toEqual([double.id])
    expect(await idsOf({ claimType: 'number' })).toEqual([single.id])
    expect(await idsOf({ articleId: harbour.id })).toEqual([bare.id])
    expect(await claims.list({ offset: 1, limit: 1 })).toMatchObject({ total: 3, rows: [{ id: single.id }] })
  })

  it('have one log of all checks, the newest first', async () => {
    const { claims } = test.client
    const [first, second] = [
      await claims.make({ text: 'One.', claimType: 'fact' }),
      await claims.make({ text: 'Two.', claimType: 'fact' }),
    ]
    await claims.check({ id: first.id, by: 'Ada', method: 'asked', outcome: 'disputed' })
    await claims.check({ id: second.id, by: 'Ben', method: 'read', outcome: 'supported' })
    await claims.check({ id: first.id, by: 'Ada', method: 'asked again', outcome: 'supported' })
    expect(await claims.log({})).toMatchObject({
      total: 3,
      rows: [
        { claimId: first.id, text: 'One.', method: 'asked again' },
        { claimId: second.id, method: 'read' },
        { claimId: first.id, method: 'asked' },
      ],
    })
  })

  it.each([
    ['words that do not stand there', { exact: 'never printed' }],
    ['offsets of other words', { start: 0, end: 18 }],
    ['another text', { textSha256: '0'.repeat(64) }],
  ])('are refused for %s', async (_, wrong) => {
    const target = await wordsOf(harbour, 'measured on Monday')
    if (!target.selector) throw new TypeError('no selector')
    const made = { text: 'x', claimType: 'fact' as const }
    await expect(
      test.client.claims.make({ ...made, target: { ...target, selector: { ...target.selector, ...wrong } } }),
    ).rejects.toMatchObject({ code: 'bad-input' })
    // The negative control: unchanged it is taken.
    await test.client.claims.make({ ...made, target })
  })

  it('are refused evidence that points at nothing, or at two things', async () => {
    const { claims } = test.client
    const { id } = await claims.make({ text: 'x', claimType: 'fact' })
    const target = wholeOf(bridge)
    await expect(claims.addEvidence({ id, relation: 'supports' })).rejects.toMatchObject({
      code: 'bad-input',
    })
    await expect(
      claims.addEvidence({ id, relation: 'supports', target, itemId: bridge.id }),
    ).rejects.toMatchObject({ code: 'bad-input' })
    await expect(claims.addEvidence({ id, relation: 'supports', itemId: bridge.id })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      claims.addEvidence({ id, relation: 'supports', target: { ...target, passage: '99' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await claims.get({ id })).claim.evidence).toEqual([])
  })
})

describe('a new version', () => {
  it('leaves the target where it was: found word for word, or an orphan with a proposal that the user takes', async () => {
    const { claims } = test.client
    const same = await claims.make({
      text: 'It was for the first time.',
      claimType: 'fact',
      target: await wordsOf(harbour, 'for the first time since the flood'),
    })
    const changed = await claims.make({
      text: 'It was on Monday.',
      claimType: 'date',
      target: await wordsOf(harbour, 'The harbour was measured on Monday'),
    })
    revise(harbour, 'on Monday', 'early on Monday morning')
    const standingOf = async (id: string) => (await claims.get({ id })).place?.standing
    expect(await standingOf(same.id)).toMatchObject({ state: 'found' })
    const orphan = await standingOf(changed.id)
    if (orphan?.state !== 'orphan' || !orphan.proposal) throw new TypeError('no proposal')
    expect(orphan.proposal.words).toContain('early on Monday')
    expect((await claims.get({ id: changed.id })).claim).toEqual(changed)
    const { marks } = await claims.bearing({ itemId: harbour.id })
    expect(marks.filter(({ passage }) => passage === undefined)).toMatchObject([{ recordId: changed.id }])
    await claims.edit({ id: changed.id, target: orphan.proposal.target })
    expect(await standingOf(changed.id)).toEqual({ state: 'here' })
  })
})

describe('what bears on an article', () => {
  it('is told with the place of each claim, evidence and note', async () => {
    const { claims, notes } = test.client
    const claim = await claims.make({
      text: 'x',
      claimType: 'fact',
      target: await wordsOf(harbour, 'on Monday'),
    })
    const other = await claims.make({ text: 'y', claimType: 'fact' })
    await claims.addEvidence({ id: other.id, relation: 'supports', target: wholeOf(harbour, '2') })
    const note = await notes.make({ target: { itemId: harbour.id }, text: 'Ask again.' })
    const bearing = await claims.bearing({ itemId: harbour.id })
    expect(bearing.claims.map(({ id }) => id)).toEqual([claim.id, other.id])
    expect(bearing.notes).toEqual([note])
    const text = harbour.versions[0]?.passages.find(({ label }) => label === '1')?.text ?? ''
    const [mark] = bearing.marks
    expect(
      Array.from(text)
        .slice(...(mark?.range ?? [0, 0]))
        .join(''),
    ).toBe('on Monday')
    expect(bearing.marks).toMatchObject([
      { recordId: claim.id, relation: 'about', passage: '1' },
      { recordId: other.id, relation: 'supports', passage: '2' },
      { recordId: note.id, relation: 'about' },
    ])
  })
})

describe('notes', () => {
  it('are made, edited, closed, reopened, withdrawn and brought back', async () => {
    const { notes } = test.client
    const target = { itemId: harbour.id, versionId: harbour.versions[0]?.id ?? '', passage: '1' }
    const { id } = await notes.make({ target, text: 'Who measured it?', open: true })
    await notes.make({ target: { itemId: bridge.id }, text: 'Seen.' })
    expect(await notes.list({ open: true })).toMatchObject({
      total: 1,
      rows: [{ id, item: { title: 'The harbour was measured twice' } }],
    })
    await notes.edit({ id, open: false })
    expect((await notes.list({ open: true })).total).toBe(0)
    await notes.edit({ id, open: true, text: 'Who measured it first?' })
    expect((await notes.list({ itemId: harbour.id })).rows).toMatchObject([
      { text: 'Who measured it first?' },
    ])
    await notes.withdraw({ id })
    expect((await notes.list({})).total).toBe(1)
    expect(await notes.restore({ id })).toMatchObject({ id, open: true })
    expect(actionsOf(id)).toEqual(['import', 'edit', 'edit', 'remove', 'restore'])
  })

  it('are refused beside nothing', async () => {
    const { notes } = test.client
    const target = { itemId: harbour.id, passage: '1' }
    await expect(notes.make({ target, text: 'x' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(
      notes.make({ target: { itemId: test.app.clock.createId() }, text: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('citations that the user confirms', () => {
  it('are edits of the article beside what was printed, and are taken back', async () => {
    const { citations, articles } = test.client
    const [source] = await citations.citable({ text: 'bridge auth' })
    if (!source) throw new TypeError('no source')
    const target = wholeOf(harbour, '2')
    const citation = await citations.confirm({ target, sourceId: source.id })
    expect(citation).toMatchObject({ origin: 'confirmed', passage: '2', literal: 'Bridge Authority' })
    expect((await articles.get({ id: harbour.id })).article.citations).toHaveLength(3)
    await citations.unconfirm({ id: citation.id })
    expect((await articles.get({ id: harbour.id })).article).toEqual(harbour)
    await citations.reconfirm(citation)
    expect((await articles.get({ id: harbour.id })).article.citations).toContainEqual(citation)
    const [printed] = harbour.citations
    await expect(citations.unconfirm({ id: printed?.id ?? '' })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})

describe('proposals', () => {
  it('are the sentences with signs, and no more once they are claims', async () => {
    const { claims } = test.client
    const { total, rows } = await claims.propose({ articleId: harbour.id })
    expect(total).toBeGreaterThan(0)
    const [first] = rows
    if (!first) throw new TypeError('nothing proposed')
    expect(first.target.selector?.exact).toBe(first.text)
    const { target, text, claimType } = first
    const { id } = await claims.make({ text, claimType, target })
    const textsNow = async () => (await claims.propose({ articleId: harbour.id })).rows.map((row) => row.text)
    expect(await textsNow()).toEqual(rows.slice(1).map((row) => row.text))
    await claims.withdraw({ id })
    expect(await textsNow()).toEqual(rows.map((row) => row.text))
  })
})

describe('a pack with claims', () => {
  const exportTo = async (name: string): Promise<string> => {
    const pack = join(test.folder, name)
    const start = test.app.exports.start({
      selection: {},
      destination: pack,
      form: 'folder',
      profile: 'full',
    })
    expect((await test.finish(await start)).job.state).toBe('done')
    return pack
  }

  const bring = async (other: TestApp, pack: string) => {
    const { job } = await other.finish(await other.client.imports.plan({ tokens: [other.tokenFor(pack)] }))
    if (job.result?.kind !== 'plan') throw new TypeError('no plan')
    return (await other.finish(await other.client.imports.commit({ planId: job.result.planId }))).files
  }

  it('merges by identity, and tells of a claim that is held with other content, which stays', async () => {
    const { claims } = test.client
    const kept = await claims.make({ text: 'One.', claimType: 'fact', target: wholeOf(harbour) })
    const disputed = await claims.make({ text: 'Two.', claimType: 'fact', target: wholeOf(harbour) })
    const pack = await exportTo('pack')
    const other = await openTestApp()
    await bring(other, pack)
    expect((await other.client.claims.get({ id: kept.id })).claim).toEqual(kept)
    const edited = await other.client.claims.edit({ id: disputed.id, text: 'Two, as we know it.' })
    await claims.edit({ id: disputed.id, text: 'Two, as they know it.' })
    const files = await bring(other, await exportTo('later'))
    expect(files.some(({ error }) => error?.message.includes('Two, as we know it.'))).toBe(true)
    expect((await other.client.claims.get({ id: disputed.id })).claim).toEqual(edited)
    await other.close()
  })

  it('tells of the claim in conflict beside what is new', async () => {
    const { claims } = test.client
    const made = await claims.make({ text: 'One.', claimType: 'fact', target: wholeOf(harbour) })
    const other = await openTestApp()
    await bring(other, await exportTo('first'))
    await claims.edit({ id: made.id, text: 'One, edited there.' })
    await claims.make({ text: 'Another.', claimType: 'fact', target: wholeOf(bridge) })
    const files = await bring(other, await exportTo('second'))
    expect(
      files
        .filter(({ kind }) => kind === 'claim')
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['imported', 'refused'])
    expect((await other.client.claims.list({})).rows.map(({ text }) => text).sort()).toEqual([
      'Another.',
      'One.',
    ])
    await other.close()
  })

  it('neither brings back nor changes a claim that was withdrawn here, and says so', async () => {
    const { claims } = test.client
    const made = await claims.make({ text: 'One.', claimType: 'fact', target: wholeOf(harbour) })
    const other = await openTestApp()
    const first = await exportTo('first')
    await bring(other, first)
    await other.client.claims.withdraw({ id: made.id })
    const again = await bring(other, first)
    expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate'])
    await claims.edit({ id: made.id, text: 'One, edited there.' })
    const files = await bring(other, await exportTo('second'))
    expect(files.map(({ outcome, error }) => [outcome, error?.code])).toContainEqual(['refused', 'conflict'])
    expect((await other.client.claims.list({})).total).toBe(0)
    await other.client.claims.restore({ id: made.id })
    expect((await other.client.claims.get({ id: made.id })).claim).toEqual(made)
    await other.close()
  })
})
