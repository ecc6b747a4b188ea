import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import type { PackConflict } from '#shared/contract/packConflict'
import type { PlanEntry } from '#shared/contract/work'
import type { Claim } from '#shared/model/claim'
import type { Source } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import { currentVersion } from '#shared/model/support'
import type { PackProfileName } from '#shared/packProfiles'
import { preflightRuleNames } from '#shared/preflightRules'
import { harbourText } from '../../fixtures/articleFiles'
import { CuttingsError } from '#shared/errors'
import { openTestApp, type TestApp } from '../../fixtures/openTestApp'
import { emptyRecordSet } from '../../records/recordSets'
import { nodeFileSystem } from '../../store/fileSystem'
import { changeCatalogue } from '../../store/fixtures/changeCatalogue'
import { listBackups } from '../../store/backups'
import { verifyArchive } from '../../verify/verifyArchive'
import { noChoices } from '../noChoices'
import type { Taking } from '../types'

const waivers = preflightRuleNames.map((rule) => ({ rule, by: 'D. Editor', reason: 'agreed' }))

/** Whoever writes the story, and the desk that checks it. */
let writer: TestApp
let desk: TestApp
let isDiskFull = false
let articleId: Id
let claimId: Id
let sourceId: Id

let packs = 0
const exportFrom = async (place: TestApp, profile: PackProfileName = 'full'): Promise<string> => {
  const destination = join(writer.folder, `pack-${(packs += 1)}`)
  const asked = { selection: {}, destination, form: 'folder', profile, waivers } as const
  const { job } = await place.finish(await place.app.exports.start(asked))
  expect(job.error).toBeUndefined()
  return destination
}

const importInto = async (place: TestApp, pack: string, taking: Taking = 'none'): Promise<FileResult[]> => {
  const { job, files } = await place.finish(
    place.app.imports.importNow([pack], { keepUnreadable: false, taking }),
  )
  expect(job.error).toBeUndefined()
  return files
}

const planIn = async (place: TestApp, pack: string) => {
  const { job } = await place.finish(place.app.imports.plan([pack], { keepUnreadable: false }))
  if (job.result?.kind !== 'plan') throw new TypeError('no plan')
  const { planId } = job.result
  const [entry] = place.app.imports.planned(planId, 0, 10).entries
  if (!entry) throw new TypeError('no entry')
  const { conflicts } = await place.client.imports.conflicts({ planId, index: 0 })
  return { planId, entry, conflicts } satisfies { planId: Id; entry: PlanEntry; conflicts: PackConflict[] }
}

const articleIn = ({ app }: TestApp): ArticleRecord => {
  const article = app.archive.catalogue.record(articleId)
  if (article?.kind !== 'article') throw new TypeError('the article is held')
  return article
}
const passageOf = (place: TestApp, passage: string): PassageTarget => ({
  articleId,
  versionId: currentVersion(articleIn(place)).id,
  passage,
})
const claimIn = ({ app }: TestApp): Claim => {
  const claim = app.archive.catalogue.record(claimId)
  if (claim?.kind !== 'claim') throw new TypeError('the claim is held')
  return claim
}
const sourceIn = ({ app }: TestApp): Source => {
  const source = app.archive.catalogue.record(sourceId)
  if (source?.kind !== 'source') throw new TypeError('the source is held')
  return source
}
const chainIn = ({ app }: TestApp, id: Id) =>
  app.archive.catalogue.events(id).map(({ local: _local, ...event }) => event)

const check = (place: TestApp, by: string) =>
  place.client.claims.check({ id: claimId, by, method: 'called the office', outcome: 'supported' })
const addEvidence = (place: TestApp) =>
  place.client.claims.addEvidence({ id: claimId, relation: 'supports', target: passageOf(place, '2') })
const rename = (place: TestApp, name: string): number =>
  place.app.archive.catalogue.commit({
    records: { ...emptyRecordSet, sources: [{ ...sourceIn(place), name }] },
    action: 'edit',
    actor: 'tester',
  })

const lineOf = (files: readonly FileResult[], id: Id): FileResult | undefined =>
  files.find((one) => one.id === id)
const backupsOf = ({ app }: TestApp) => listBackups(nodeFileSystem, app.archive.layout)

const expectSound = async ({ app }: TestApp): Promise<void> => {
  const { problems } = await verifyArchive(app.archive)
  expect(problems).toBe(0)
}

beforeEach(async () => {
  isDiskFull = false
  writer = await openTestApp((archive) => ({
    archive: {
      ...archive,
      backUp: () => (isDiskFull ? Promise.reject(new CuttingsError('disk-full')) : archive.backUp()),
    },
  }))
  desk = await openTestApp()
  await writeFile(join(writer.folder, 'harbour.txt'), harbourText)
  const [article] = await importInto(writer, join(writer.folder, 'harbour.txt'))
  articleId = article?.id ?? ''
  const target = passageOf(writer, '1')
  claimId = (await writer.client.claims.make({ text: 'It was measured', claimType: 'fact', target })).id
  const held = writer.app.archive.catalogue.record(articleId)
  sourceId = held?.kind === 'article' ? (held.citations[0]?.sourceId ?? '') : ''
  await importInto(desk, await exportFrom(writer))
})
afterEach(async () => {
  await writer.close()
  await desk.close()
})

describe('a pack that comes back', () => {
  it('adds the checks and evidence of the desk, and goes on along its chain', async () => {
    await check(desk, 'C. Checker')
    await addEvidence(desk)
    const pack = await exportFrom(desk)
    const { entry, conflicts } = await planIn(writer, pack)
    expect(conflicts).toEqual([])
    expect(entry).toMatchObject({ outcome: 'add' })
    expect(entry.message).toContain('Adds checks, evidence or citations to 1 record that is held.')
    const files = await importInto(writer, pack)
    expect(lineOf(files, claimId)).toMatchObject({ outcome: 'imported' })
    expect(lineOf(files, claimId)?.message).toContain('1 check, 1 piece of evidence')
    expect(files.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    expect(claimIn(writer)).toEqual(claimIn(desk))
    expect(claimIn(writer).status).toBe('supported')
    expect(chainIn(writer, claimId)).toEqual(chainIn(desk, claimId))
    await expectSound(writer)
    expect((await importInto(writer, pack)).map(({ outcome }) => outcome)).not.toContain('imported')
  })

  it('has the log of both where both went on, and brings nothing more the next time', async () => {
    await check(writer, 'A. Writer')
    await check(desk, 'C. Checker')
    await addEvidence(desk)
    await importInto(writer, await exportFrom(desk))
    expect(claimIn(writer).checks.map(({ by }) => by)).toEqual(['A. Writer', 'C. Checker'])
    expect(claimIn(writer).evidence).toHaveLength(1)
    await importInto(desk, await exportFrom(writer))
    expect(claimIn(desk).checks).toEqual(claimIn(writer).checks)
    const again = await importInto(writer, await exportFrom(desk))
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']))
    await expectSound(writer)
  })

  it('is told a check also by a pack without chains', async () => {
    await check(desk, 'C. Checker')
    const pack = await exportFrom(desk, 'standards')
    expect(lineOf(await importInto(writer, pack), claimId)?.outcome).toBe('imported')
    expect(claimIn(writer).checks).toHaveLength(1)
    await expectSound(writer)
  })

  it('changes nothing of what went on here since it was made, and says so', async () => {
    const old = await exportFrom(writer)
    await check(writer, 'A. Writer')
    rename(writer, 'Coast Wire')
    const before = [claimIn(writer), sourceIn(writer)]
    const { entry } = await planIn(writer, old)
    expect(entry).toMatchObject({ outcome: 'duplicate' })
    const files = await importInto(writer, old)
    expect(files.map(({ outcome }) => outcome)).not.toContain('refused')
    expect([claimIn(writer), sourceIn(writer)]).toEqual(before)
  })

  it('brings nothing back that was taken back here since', async () => {
    await addEvidence(writer)
    const old = await exportFrom(writer)
    const [evidence] = claimIn(writer).evidence
    await writer.client.claims.removeEvidence({ id: claimId, evidenceId: evidence?.id ?? '' })
    const files = await importInto(writer, old)
    expect(claimIn(writer).evidence).toEqual([])
    expect(files.find(({ id }) => id === claimId)).not.toMatchObject({ outcome: 'imported' })
  })
})

describe('a record of which a pack says something else', () => {
  it('stays, and is told with what differs', async () => {
    rename(writer, 'Coast Wire')
    rename(desk, 'Harbour Wire')
    const pack = await exportFrom(desk)
    const { entry, conflicts } = await planIn(writer, pack)
    expect(entry).toMatchObject({ outcome: 'refuse', error: { code: 'conflict' } })
    expect(entry.conflicts).toEqual({ total: 1, takeable: 1 })
    expect(conflicts).toMatchObject([{ id: sourceId, lineage: 'apart', takeable: true }])
    expect(conflicts[0]?.fields).toContain('name')
    await importInto(writer, pack)
    expect(sourceIn(writer).name).toBe('Coast Wire')
  })

  it('is taken where the user says so, with a copy of what was held among the backups', async () => {
    rename(writer, 'Coast Wire')
    rename(desk, 'Harbour Wire')
    const { planId } = await planIn(writer, await exportFrom(desk))
    const before = await backupsOf(writer)
    const take = [{ index: 0, records: [sourceId] }]
    const { files } = await writer.finish(writer.app.imports.commit(planId, { ...noChoices, take }))
    expect(lineOf(files, sourceId)).toMatchObject({ outcome: 'imported' })
    expect(lineOf(files, sourceId)?.message).toContain('among the backups')
    expect(sourceIn(writer).name).toBe('Harbour Wire')
    const [copy, ...earlier] = await backupsOf(writer)
    expect(earlier).toEqual(before)
    expect(copy?.revision).toBeGreaterThan(before[0]?.revision ?? 0)
    await expectSound(writer)
  })

  it('is taken with its chain where the pack goes on from what is held, and by that word alone', async () => {
    rename(desk, 'Harbour Wire')
    const pack = await exportFrom(desk)
    expect((await planIn(writer, pack)).conflicts).toMatchObject([{ lineage: 'ahead' }])
    await importInto(writer, pack, 'none')
    expect(sourceIn(writer).name).toBe('Example Wire')
    await importInto(writer, pack, 'ahead')
    expect(sourceIn(writer)).toEqual(sourceIn(desk))
    expect(chainIn(writer, sourceId)).toEqual(chainIn(desk, sourceId))
    rename(desk, 'Quay Wire')
    rename(writer, 'Crane Wire')
    await importInto(writer, await exportFrom(desk), 'ahead')
    expect(sourceIn(writer).name).toBe('Crane Wire')
    await expectSound(writer)
  })

  it('stays where no copy of the catalogue can be made, and that is told', async () => {
    rename(writer, 'Coast Wire')
    rename(desk, 'Harbour Wire')
    const pack = await exportFrom(desk)
    isDiskFull = true
    const asked = { keepUnreadable: false, taking: 'all' } as const
    const { job } = await writer.finish(writer.app.imports.importNow([pack], asked))
    expect(job).toMatchObject({ state: 'failed', error: { code: 'disk-full' } })
    expect(sourceIn(writer).name).toBe('Coast Wire')
  })

  it('is taken as the user said also after the import was interrupted', async () => {
    rename(writer, 'Coast Wire')
    rename(desk, 'Harbour Wire')
    const { planId } = await planIn(writer, await exportFrom(desk))
    isDiskFull = true
    const take = [{ index: 0, records: [sourceId] }]
    const { job } = await writer.finish(writer.app.imports.commit(planId, { ...noChoices, take }))
    expect(job.state).toBe('failed')
    isDiskFull = false
    const [interrupted] = await writer.app.imports.interrupted()
    await writer.finish(await writer.app.imports.resume(interrupted?.id ?? ''))
    expect(sourceIn(writer).name).toBe('Harbour Wire')
  })

  it('can not be taken from a pack that masks words', async () => {
    rename(desk, 'Harbour Wire')
    const { conflicts } = await planIn(writer, await exportFrom(desk, 'redacted'))
    expect(conflicts.map(({ takeable }) => takeable)).not.toContain(true)
  })
})

describe('what was decided here', () => {
  it('stays without a tag that was taken away since an old pack was made', async () => {
    const filed = { kind: 'tags' as const, names: ['harbour'], ids: [articleId] }
    await writer.client.filing.add(filed)
    const old = await exportFrom(writer)
    await writer.client.filing.remove(filed)
    await importInto(writer, old)
    expect(articleIn(writer).tags).toEqual([])
  })

  it('stays without evidence that was taken back since, also where an old pack has no chain', async () => {
    await addEvidence(writer)
    const old = await exportFrom(writer, 'light')
    const [evidence] = claimIn(writer).evidence
    await writer.client.claims.removeEvidence({ id: claimId, evidenceId: evidence?.id ?? '' })
    await importInto(writer, old)
    expect(claimIn(writer).evidence).toEqual([])
  })

  it('keeps where the claim was said to stand, though the desk checked it meanwhile', async () => {
    await writer.client.claims.edit({ id: claimId, status: 'disputed' })
    await check(desk, 'C. Checker')
    const pack = await exportFrom(desk)
    expect((await planIn(writer, pack)).conflicts).toMatchObject([{ id: claimId, lineage: 'apart' }])
    await importInto(writer, pack)
    expect(claimIn(writer).status).toBe('disputed')
  })

  it('is told where the desk took evidence away, and follows on the word of the user', async () => {
    await addEvidence(writer)
    await importInto(desk, await exportFrom(writer))
    const [evidence] = claimIn(desk).evidence
    await desk.client.claims.removeEvidence({ id: claimId, evidenceId: evidence?.id ?? '' })
    const pack = await exportFrom(desk)
    expect((await planIn(writer, pack)).conflicts).toMatchObject([
      { id: claimId, lineage: 'ahead', fields: ['evidence'] },
    ])
    await importInto(writer, pack)
    expect(claimIn(writer).evidence).toHaveLength(1)
    await importInto(writer, pack, 'ahead')
    expect(claimIn(writer)).toEqual(claimIn(desk))
    expect(chainIn(writer, claimId)).toEqual(chainIn(desk, claimId))
    await expectSound(writer)
  })

  it('is not taken by a word that was given of another state of it', async () => {
    rename(writer, 'Coast Wire')
    rename(desk, 'Harbour Wire')
    const { planId } = await planIn(writer, await exportFrom(desk))
    rename(writer, 'Crane Wire')
    const take = [{ index: 0, records: [sourceId] }]
    const { files } = await writer.finish(writer.app.imports.commit(planId, { ...noChoices, take }))
    expect(lineOf(files, sourceId)).toMatchObject({ outcome: 'refused', error: { code: 'conflict' } })
    expect(sourceIn(writer).name).toBe('Crane Wire')
  })

  it('is not taken either where the import goes on after it was edited', async () => {
    rename(writer, 'Coast Wire')
    rename(desk, 'Harbour Wire')
    const { planId } = await planIn(writer, await exportFrom(desk))
    isDiskFull = true
    const take = [{ index: 0, records: [sourceId] }]
    await writer.finish(writer.app.imports.commit(planId, { ...noChoices, take }))
    isDiskFull = false
    rename(writer, 'Crane Wire')
    const [interrupted] = await writer.app.imports.interrupted()
    await writer.finish(await writer.app.imports.resume(interrupted?.id ?? ''))
    expect(interrupted).toBeDefined()
    expect(sourceIn(writer).name).toBe('Crane Wire')
  })

  it('keeps original files where they were left out on the way to whoever sent it', async () => {
    const outside = await openTestApp()
    onTestFinished(outside.close)
    await importInto(outside, await exportFrom(writer, 'light'))
    outside.app.archive.catalogue.commit({
      records: { ...emptyRecordSet, articles: [{ ...articleIn(outside), byline: 'Somebody Else' }] },
      action: 'edit',
      actor: 'tester',
    })
    const files = await importInto(writer, await exportFrom(outside), 'all')
    expect(lineOf(files, articleId)).toMatchObject({ outcome: 'imported' })
    expect(articleIn(writer).byline).toBe('Somebody Else')
    expect(currentVersion(articleIn(writer)).original).toBeDefined()
    await expectSound(writer)
  })

  it('gets nothing from a pack that masks words', async () => {
    await addEvidence(desk)
    await importInto(writer, await exportFrom(desk, 'redacted'))
    expect(claimIn(writer).evidence).toEqual([])
  })

  it('is told to lie in the trash, also where an old pack has it as it was before', async () => {
    const old = await exportFrom(writer)
    rename(writer, 'Coast Wire')
    await check(writer, 'A. Writer')
    await writer.client.claims.withdraw({ id: claimId })
    const { entry } = await planIn(writer, old)
    expect(entry.message).toContain('Leaves 1 record as held')
    expect(entry.message).toContain('One of its records is held in the trash.')
  })

  it('is left where it is damaged, and all else comes in', async () => {
    await check(desk, 'C. Checker')
    rename(desk, 'Harbour Wire')
    const pack = await exportFrom(desk)
    changeCatalogue(
      writer.app.archive,
      "UPDATE record SET body = replace(body, 'measured', 'weighed') WHERE kind = 'claim'",
    )
    const files = await importInto(writer, pack, 'all')
    expect(lineOf(files, claimId)).toMatchObject({ outcome: 'refused', error: { code: 'conflict' } })
    expect(claimIn(writer).text).toBe('It was weighed')
    expect(sourceIn(writer).name).toBe('Harbour Wire')
  })

  it('stays where sources were merged since, and the import is no failure', async () => {
    const others = articleIn(writer)
      .citations.flatMap((one) => one.sourceId ?? [])
      .filter((id) => id !== sourceId)
    expect(others.length).toBeGreaterThan(0)
    await writer.finish(
      await writer.client.sources.merge({ merges: [{ keptId: sourceId, removedIds: others }] }),
    )
    const before = articleIn(writer)
    desk.app.archive.catalogue.commit({
      records: { ...emptyRecordSet, articles: [{ ...articleIn(desk), byline: 'Somebody Else' }] },
      action: 'edit',
      actor: 'tester',
    })
    const pack = await exportFrom(desk)
    await importInto(writer, pack)
    expect(articleIn(writer)).toEqual(before)
    await importInto(writer, pack, 'all')
    await expectSound(writer)
  })
})
