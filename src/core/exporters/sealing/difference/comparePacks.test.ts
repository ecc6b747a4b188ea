import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RecordSet } from '#shared/model/records'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import {
  plainBibliography,
  sampleChain,
  sampleId,
  sampleOptions,
  samplePack,
} from '#core/exporters/pack/fixtures/samplePack'
import { packDisk } from '#core/exporters/pack/packDisk'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { recordsIn } from '#core/records/recordSets'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { comparePacks, compareWithNow } from './comparePacks'
import { compareRecordSets } from './compareRecordSets'
import { createPackMemory } from './createPackMemory'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const { records } = samplePack
const [harbour, arabic] = records.articles
const [register, courier] = records.sources
if (!harbour || !arabic || !register || !courier)
  throw new TypeError('the sample has two articles and two sources')

/** The sample later on: a new version with one passage changed and one new, one citation less, a source renamed, an article gone. */
const later: RecordSet = {
  ...records,
  articles: [
    {
      ...harbour,
      byline: 'A. Writer',
      versions: harbour.versions.map((version) =>
        version.number === 1
          ? version
          : {
              ...version,
              passages: [
                ...version.passages.map((passage) =>
                  passage.label === '1'
                    ? { ...passage, text: 'Nothing is printed for this second one.' }
                    : passage,
                ),
                { label: '5', ordinal: 6, passageKind: 'paragraph', text: 'Words that nobody wrote before.' },
              ],
            },
      ),
      citations: harbour.citations.filter(({ id }) => id !== sampleId(42)),
    },
  ],
  sources: [{ ...register, name: 'The Register' }, courier],
  originals: records.originals.filter(({ mediaType }) => mediaType !== 'text/plain'),
}

const contentsOf = (set: RecordSet) => ({
  ...samplePack,
  records: set,
  events: recordsIn(set).flatMap(sampleChain),
})

describe('what changed between two packs', () => {
  it('is told by item, field, passage and citation, whether they are folders or zips', async () => {
    const folder = await createTestFolder()
    const [old, now] = [join(folder, 'old.zip'), join(folder, 'new')]
    await writePack(samplePack, sampleOptions(old, 'zip'))
    await writePack(contentsOf(later), sampleOptions(now))
    const { before, after, same, records: differences } = await comparePacks(old, now)
    expect([before.name, after?.name]).toEqual(['old.zip', 'new'])
    expect(same).toBe(4)
    expect(differences.map(({ as, kind, title }) => [as, kind, title])).toEqual([
      ['changed', 'article', harbour.headline],
      ['removed', 'article', arabic.headline],
      ['changed', 'source', 'The Register'],
    ])
    expect(differences[0]).toMatchObject({
      fields: ['byline'],
      passages: [
        { as: 'changed', from: '1', to: '1' },
        { as: 'new', to: '5' },
      ],
      citations: { added: [], removed: [{ passage: '4', literal: 'Register' }] },
    })
    expect(differences[2]?.fields).toEqual(['name'])
  })

  it('is nothing for the same pack, and the mirror of itself the other way round', async () => {
    expect(await compareRecordSets(records, records)).toMatchObject({ same: 7, records: [] })
    const back = await compareRecordSets(later, records)
    expect(back.records.map(({ as }) => as).sort()).toEqual(['added', 'changed', 'changed'])
    expect(back.records.find(({ kind, as }) => kind === 'article' && as === 'changed')?.citations).toEqual({
      added: [{ passage: '4', literal: 'Register' }],
      removed: [],
    })
  })

  it('is told against the archive as it is, asked for the items of the pack', async () => {
    const pack = join(await createTestFolder(), 'pack')
    await writePack(samplePack, sampleOptions(pack))
    const asked: string[] = []
    const difference = await compareWithNow(pack, (ids) => {
      asked.push(...ids)
      return Promise.resolve(later)
    })
    expect(asked).toEqual([harbour.id, arabic.id, sampleId(30)])
    expect(difference.after).toBeUndefined()
    expect(difference.records).toHaveLength(3)
  })
})

describe('a comparison', () => {
  it('tells how far it is, file by file and record by record, and ends where it is stopped', async () => {
    const pack = join(await createTestFolder(), 'pack')
    await writePack(samplePack, sampleOptions(pack))
    const told: string[] = []
    await compareWithNow(pack, () => Promise.resolve(later), {
      onProgress: ({ step, done, total }) => told.push(`${step} ${total > 0 && done <= total}`),
    })
    expect([...new Set(told)]).toEqual(['verify true', 'compare true'])
    const stop = new AbortController()
    const stopped = compareWithNow(pack, () => Promise.resolve(later), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('the memory of the last packs', () => {
  it('knows the pack of the same selection, in whatever order it is named, and no other', async () => {
    const folder = await createTestFolder()
    const memory = createPackMemory(folder, () => undefined)
    expect(await memory.recall({})).toBeUndefined()
    await memory.remember({ ids: ['b', 'a'] }, { name: 'x.zip', date: '2026-11-22' }, records)
    expect((await memory.recall({ ids: ['a', 'b'] }))?.records).toEqual(records)
    expect(await memory.recall({ ids: ['a'] })).toBeUndefined()
    expect(await memory.recall({})).toBeUndefined()
  })

  it('tells the same words under other filters apart', async () => {
    const memory = createPackMemory(await createTestFolder(), () => undefined)
    const filters = [
      { facet: 'language' as const, value: 'de' },
      { facet: 'publisher' as const, value: 'Example Gazette', excluded: true },
    ]
    const filtered = { query: 'quay', filters }
    await memory.remember(filtered, { name: 'x.zip', date: '2026-11-22' }, records)
    expect(await memory.recall({ query: 'quay' })).toBeUndefined()
    expect((await memory.recall({ ...filtered, filters: [...filters].reverse() }))?.records).toEqual(records)
  })

  it('keeps twenty, takes a damaged one for none, and says where it cannot keep one', async () => {
    const folder = await createTestFolder()
    const logged: string[] = []
    const memory = createPackMemory(folder, (line) => logged.push(line))
    for (let number = 0; number < 22; number += 1)
      await memory.remember({ query: `${number}` }, { name: 'x' }, records)
    expect(await readdir(join(folder, 'packs'))).toHaveLength(20)
    for (const name of await readdir(join(folder, 'packs'))) await writeFile(join(folder, 'packs', name), 'x')
    expect(await memory.recall({ query: '21' })).toBeUndefined()
    await createPackMemory(join(folder, 'packs', (await readdir(join(folder, 'packs')))[0] ?? ''), (line) =>
      logged.push(line),
    ).remember({}, { name: 'x' }, records)
    expect(logged).toHaveLength(1)
  })
})
