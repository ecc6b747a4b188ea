import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Bibliographer } from '#core/exporters/csl/types'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import { filesUnder } from '#core/exporters/pack/fixtures/filesUnder'
import { plainBibliography, sampleOptions } from '#core/exporters/pack/fixtures/samplePack'
import { wholePack } from '#core/exporters/pack/fixtures/wholePack'
import { htmlText } from '#core/exporters/pack/html'
import { packDisk } from '#core/exporters/pack/packDisk'
import { readableTime } from '#core/exporters/pack/readableTime'
import { readPack } from '#core/exporters/pack/readPack'
import { sortedRecords } from '#core/exporters/pack/sortedRecords'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import type { FileResult } from '#shared/contract/jobs'
import type { ArticleRecord } from '#shared/model/records'
import { packProfileNames, packProfiles, type PackProfileName } from '#shared/packProfiles'
import { preflightRuleNames } from '#shared/preflightRules'
import { openTestApp, type TestApp } from '../../fixtures/openTestApp'
import { emptyRecordSet } from '../../records/recordSets'
import { verifyArchive } from '../../verify/verifyArchive'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const bibliographer: Bibliographer = {
  format: (options) => Promise.resolve(plainBibliography(options)),
  close: () => Promise.resolve(),
}
const waivers = preflightRuleNames.map((rule) => ({ rule, by: 'D. Editor', reason: 'agreed' }))

let whole: TestApp
let empty: TestApp

const openWith = (keysFolder?: string): Promise<TestApp> =>
  openTestApp(() => ({ bibliographer, ...(keysFolder === undefined ? {} : { keysFolder }) }))

beforeAll(async () => {
  whole = await openWith()
  const pack = join(whole.folder, 'whole')
  await writePack(wholePack, sampleOptions(pack))
  await importPack(pack, whole)
})
afterAll(() => whole.close())

beforeEach(async () => {
  // The same keys, so that the same pack has the same signature.
  empty = await openWith(join(whole.folder, 'keys'))
})
afterEach(() => empty.close())

const importPack = async (pack: string, into: TestApp): Promise<readonly FileResult[]> => {
  const { job, files } = await into.finish(into.app.imports.importNow([pack], { keepUnreadable: false }))
  expect(job.error).toBeUndefined()
  return files
}

const goneOn = expect.stringContaining(
  'Leaves 1 record as held: gone on here since the pack was made.',
) as string

const stated = { date: '2026-11-22T10:00:01.000Z', identifier: '0b0c8a1e-6a1e-4b55-9d25-3f4f0d6b6c11' }

let packs = 0
const exportPack = async (
  from: TestApp,
  profile: PackProfileName,
  options: { readonly sign?: boolean; readonly date?: string; readonly identifier?: string } = stated,
): Promise<string> => {
  const destination = join(from.folder, `${profile}-${(packs += 1)}`)
  const { job } = await from.finish(
    await from.app.exports.start({
      selection: {},
      destination,
      form: 'folder',
      profile,
      waivers,
      ...options,
    }),
  )
  expect(job.error).toBeUndefined()
  return destination
}

const textsIn = async (pack: string): Promise<Record<string, string>> =>
  Object.fromEntries([...(await filesUnder(pack))].map(([path, bytes]) => [path, bytes.toString('latin1')]))

const recordsOf = async (pack: string) => {
  const opened = await readPack(pack)
  await opened.close()
  return opened.records
}

describe('exported, imported into an empty archive and exported again, a full pack', () => {
  it('is the same, byte for byte, with claims, notes, checks, photos and a signature', async () => {
    await whole.client.keys.make({ name: 'The desk' })
    const signed = { ...stated, sign: true }
    const pack = await exportPack(whole, 'full', signed)
    const before = await textsIn(pack)
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'tagmanifest-sha256.txt.sig',
        'data/claims/claims.json',
        'data/claims/notes.json',
        'data/photos/P01_the-crane.jpg',
        'data/photos/P01_the-crane.xmp',
      ]),
    )
    await importPack(pack, empty)
    expect(await textsIn(await exportPack(empty, 'full', signed))).toEqual(before)
  })

  it('is the same but for its date and identifier, where none is given', async () => {
    const pack = await exportPack(whole, 'full', {})
    await importPack(pack, empty)
    const again = await exportPack(empty, 'full', {})
    const neutral = async (place: string): Promise<Record<string, string>> => {
      const texts = await textsIn(place)
      const fact = (label: string): string =>
        new RegExp(`^${label}: (.*)$`, 'm').exec(texts['bag-info.txt'] ?? '')?.[1] ?? 'absent'
      const [identifier, date] = [fact('External-Identifier'), fact('X-Pack-Date')]
      const digests = Object.keys(texts).filter((path) => /manifest/.test(path))
      for (const path of digests) delete texts[path]
      return Object.fromEntries(
        Object.entries(texts).map(([path, text]) => [
          path,
          // In words, too: the two are of different minutes now and then.
          text
            .replaceAll(identifier, 'identifier')
            .replaceAll(htmlText(readableTime(date)), 'date in words')
            .replaceAll(date, 'date'),
        ]),
      )
    }
    expect(await neutral(again)).toEqual(await neutral(pack))
    expect((await textsIn(again))['bag-info.txt']).not.toBe((await textsIn(pack))['bag-info.txt'])
  })
})

/** Files that one of two packs has otherwise than the other, or not at all. */
const differing = async (one: string, other: string): Promise<readonly string[]> => {
  const [texts, others] = [await textsIn(one), await textsIn(other)]
  return [...new Set([...Object.keys(texts), ...Object.keys(others)])]
    .filter((path) => texts[path] !== others[path])
    .sort()
}

/**
 * An archive that was completed has chains of its own: its records came in one pack and were completed by another. These files
 * hold the chains, or tell how large they are.
 */
const whereCustodyTells = [
  'bag-info.txt',
  'data/checks/custody.jsonl',
  'data/index.html',
  'data/ro-crate-metadata.json',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'tagmanifest-sha256.txt',
]

const reduced = packProfileNames.filter((name) => name !== 'full')

describe('a pack of the profile', () => {
  it.each(reduced)('%s takes nothing from an archive that holds the whole', async (profile) => {
    const files = await importPack(await exportPack(whole, profile), whole)
    // What was only left out is no other content; what was masked is, and the import says so.
    const isMasked = 'isRedacted' in packProfiles[profile]
    expect(files.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
      isMasked ? 'conflict' : 'duplicate',
    ])
    expect(await recordsOf(await exportPack(whole, 'full'))).toEqual(sortedRecords(wholePack.records))
  })

  it.each(reduced)(
    '%s brings all that it has into an empty archive, and says what it lacks',
    async (profile) => {
      const pack = await exportPack(whole, profile)
      const files = await importPack(pack, empty)
      expect(files.filter(({ outcome }) => outcome === 'refused')).toEqual([])
      const [note] = files.filter(({ outcome }) => outcome === 'note')
      expect(note?.message).toContain(
        `A pack of the profile "${profile}". Left out of it, and so not imported:`,
      )
      expect(await recordsOf(await exportPack(empty, 'full'))).toEqual(await recordsOf(pack))
      expect((await verifyArchive(empty.app.archive)).problems).toBe(0)
    },
  )

  const completing = reduced.filter((name) => !('isRedacted' in packProfiles[name]))
  it.each(completing)(
    '%s is completed by the full pack that comes after it, and the table says so',
    async (profile) => {
      await importPack(await exportPack(whole, profile), empty)
      const full = await exportPack(whole, 'full')
      const files = await importPack(full, empty)
      expect(files.filter(({ error }) => error)).toEqual([])
      const completed = files.filter(({ message }) => message?.startsWith('Completed with'))
      expect(completed.length).toBeGreaterThan(0)
      expect(completed.every(({ outcome }) => outcome === 'imported')).toBe(true)
      const again = await exportPack(empty, 'full')
      expect(await recordsOf(again)).toEqual(await recordsOf(full))
      expect(await differing(full, again)).toEqual(whereCustodyTells)
      expect((await verifyArchive(empty.app.archive)).problems).toBe(0)
      expect((await importPack(full, empty)).map(({ outcome }) => outcome)).toEqual(['duplicate'])
    },
  )

  it('light and one of the profile photo and one of standards become the whole together, in any order', async () => {
    const packs = []
    for (const profile of ['photo', 'light', 'standards', 'full'] as const)
      packs.push(await exportPack(whole, profile))
    for (const pack of packs) expect((await importPack(pack, empty)).filter(({ error }) => error)).toEqual([])
    expect(await recordsOf(await exportPack(empty, 'full'))).toEqual(sortedRecords(wholePack.records))
  })

  it('light says in the plan of the full pack how many records that completes, and counts none of them as new', async () => {
    await importPack(await exportPack(whole, 'light'), empty)
    const { imports } = empty.app
    const full = await exportPack(whole, 'full')
    const { job } = await empty.finish(imports.plan([full], { keepUnreadable: false }))
    if (job.result?.kind !== 'plan') throw new TypeError('a plan ends as a plan')
    const { entries, totals } = imports.planned(job.result.planId, 0, 10)
    expect(entries[0]?.message).toMatch(/^Completes \d+ records that are held/)
    expect(entries[0]?.outcome).toBe('add')
    expect(totals).toMatchObject({ articles: 0, photos: 0, references: 0, newSources: 0 })
  })

  it('light says of each record what the full pack brought of it', async () => {
    await importPack(await exportPack(whole, 'light'), empty)
    const files = await importPack(await exportPack(whole, 'full'), empty)
    const said = files.flatMap(({ kind, message }) => {
      const [, brought] =
        /^Completed with what an earlier pack had left out of it: (.+)\. Nothing/.exec(message ?? '') ?? []
      return brought === undefined ? [] : [`${kind}: ${brought}`]
    })
    expect(new Set(said)).toEqual(
      new Set([
        'article: the original file, tags and collections, behind yours',
        'photo: the original file, the file beside it, where it was taken',
        'source: the house note, that it is confidential',
        'source: the owner',
        'claim: the checks, how its evidence was obtained',
      ]),
    )
  })

  it('full says of claims and notes that were withdrawn here that they are in the trash, and leaves them there', async () => {
    const full = await exportPack(whole, 'full')
    await importPack(full, empty)
    const { claims, notes } = wholePack.records
    for (const { id } of claims) await empty.client.claims.withdraw({ id })
    for (const { id } of notes) await empty.client.notes.withdraw({ id })
    const [line] = await importPack(full, empty)
    expect(line?.outcome).toBe('duplicate')
    expect(line?.message).toContain(`${claims.length + notes.length} of its records are held in the trash.`)
    const { claims: left, notes: leftNotes } = empty.app.archive.catalogue.recordSet()
    expect([...left, ...leftNotes]).toEqual([])
  })

  it('full says it of each of them where it brings something else', async () => {
    const full = await exportPack(whole, 'full')
    await importPack(await exportPack(whole, 'light'), empty)
    const [claim] = wholePack.records.claims
    if (!claim) throw new TypeError('the pack has a claim')
    await empty.client.claims.withdraw({ id: claim.id })
    const files = await importPack(full, empty)
    const message = 'Withdrawn here, and held in the trash. Bring it back from there.'
    const [line] = files.filter(({ id }) => id === claim.id)
    expect(line?.message ?? line?.error?.message).toContain(message)
  })

  it('light is not completed where what is held was edited otherwise: that stays, and is a conflict', async () => {
    await importPack(await exportPack(whole, 'light'), empty)
    const { catalogue } = empty.app.archive
    const [source] = catalogue.recordSet().sources.filter(({ id }) => id === wholePack.records.sources[1]?.id)
    if (!source) throw new TypeError('the archive has the source')
    const edited = { ...source, owner: 'Another owner' }
    catalogue.commit({ records: { ...emptyRecordSet, sources: [edited] }, action: 'edit', actor: 'tester' })
    const files = await importPack(await exportPack(whole, 'full'), empty)
    expect(files.filter(({ error }) => error?.code === 'conflict').map(({ id }) => id)).toEqual([source.id])
    expect(catalogue.record(source.id)).toEqual(edited)
  })

  it('full is a statement of what is not there: what was taken back here since is not put back', async () => {
    await importPack(await exportPack(whole, 'full'), empty)
    const { catalogue } = empty.app.archive
    const [source] = catalogue.recordSet().sources.filter(({ owner }) => owner !== undefined)
    if (!source) throw new TypeError('the archive has the source')
    const { owner: _owner, ...without } = source
    catalogue.commit({ records: { ...emptyRecordSet, sources: [without] }, action: 'edit', actor: 'tester' })
    const files = await importPack(await exportPack(whole, 'full'), empty)
    expect(files).toMatchObject([{ outcome: 'duplicate', message: goneOn }])
    expect(catalogue.record(source.id)).toEqual(without)
  })

  it.each([
    ['fact-check', { outcome: 'duplicate', message: goneOn }],
    ['light', { outcome: 'refused', error: { code: 'conflict' } }],
  ] as const)('%s does not hide that something was edited here, and lets it stay', async (profile, told) => {
    const pack = await exportPack(whole, profile)
    await importPack(await exportPack(whole, 'full'), empty)
    const { catalogue } = empty.app.archive
    const held = catalogue.record(wholePack.records.articles[0]?.id ?? '')
    if (held?.kind !== 'article') throw new TypeError('the archive has the article')
    const edited = { ...held, byline: 'Edited here' }
    catalogue.commit({ records: { ...emptyRecordSet, articles: [edited] }, action: 'edit', actor: 'tester' })
    expect(await importPack(pack, empty)).toMatchObject([told])
    expect(catalogue.record(held.id)).toEqual(edited)
  })

  const articleOf = ({ app }: TestApp): ArticleRecord => {
    const held = app.archive.catalogue.record(wholePack.records.articles[0]?.id ?? '')
    if (held?.kind !== 'article') throw new TypeError('the archive has the article')
    return held
  }

  it.each(packProfileNames)(
    '%s takes no tag and no collection of the receiver, and brings those that the receiver has not',
    async (profile) => {
      await importPack(await exportPack(whole, 'full'), empty)
      const before = articleOf(empty)
      const ids = [before.id]
      const [first = ''] = before.tags
      await empty.client.filing.remove({ kind: 'tags', names: [first], ids })
      await empty.client.filing.add({ kind: 'tags', names: ['My own'], ids })
      await empty.client.filing.add({ kind: 'collections', names: ['My series'], ids })
      const theirs = { kind: 'tags' as const, names: ['Theirs'], ids }
      await whole.client.filing.add(theirs)
      const pack = await exportPack(whole, profile)
      await whole.client.filing.remove(theirs)
      const files = await importPack(pack, empty)
      const held = articleOf(empty)
      expect(held).toEqual({ ...before, tags: held.tags, collections: [...before.collections, 'My series'] })
      const mine = [...before.tags.slice(1), 'My own']
      const carries = packProfiles[profile].carries.filing
      expect(held.tags).toEqual(carries ? [...mine, first, 'Theirs'] : mine)
      expect(files.some(({ message }) => message?.startsWith('Held already. The tags'))).toBe(carries)
      expect(empty.app.archive.catalogue.events(held.id).at(-1)?.action).toBe(
        carries ? 'import-pack' : 'edit',
      )
      expect((await verifyArchive(empty.app.archive)).problems).toBe(0)
    },
  )

  it('full adds a tag in no second spelling', async () => {
    await importPack(await exportPack(whole, 'full'), empty)
    const before = articleOf(empty)
    const [first = ''] = before.tags
    await empty.client.filing.rename({ kind: 'tags', names: [first], to: first.toUpperCase() })
    const files = await importPack(await exportPack(whole, 'full'), empty)
    expect(files.map(({ outcome }) => outcome)).toEqual(['duplicate'])
    expect(articleOf(empty).tags).toEqual([first.toUpperCase(), ...before.tags.slice(1)])
  })
})
