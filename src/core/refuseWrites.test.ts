import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { openTestApp } from './fixtures/openTestApp'
import { systemClock as clock } from './records/clock'
import { refuseWrites } from './refuseWrites'
import { createExampleArchive } from './store/fixtures/exampleArchive'
import { formatVersion } from './store/marker'
import { openArchive } from './store/openArchive'

const since = '2026-11-22T10:00:00.000Z'

it('lets a writer write', async () => {
  const { archive } = await createExampleArchive()
  expect(() => refuseWrites(archive)).not.toThrow()
  await archive.close()
})

it('says who writes', async () => {
  const { archive, folder } = await createExampleArchive()
  const other = await openArchive(folder, { clock, mode: 'read' })
  expect(() => refuseWrites(other)).toThrow(
    new CuttingsError('archive-in-use', {
      host: other.readOnly?.host ?? '',
      pid: process.pid,
      since: other.readOnly?.since ?? '',
      takeable: false,
    }),
  )
  await other.close()
  await archive.close()
  const alone = await openArchive(folder, { clock, mode: 'read' })
  expect(() => refuseWrites(alone)).toThrow(/opened to be read/)
  await alone.close()
})

it('says which format is too new, and which one is known', async () => {
  const { archive, folder } = await createExampleArchive()
  await archive.close()
  const marker = join(folder, 'archive.json')
  const written = JSON.parse(await readFile(marker, 'utf8')) as Record<string, unknown>
  await writeFile(marker, JSON.stringify({ ...written, version: formatVersion + 1 }))
  const newer = await openArchive(folder, { clock })
  expect(() => refuseWrites(newer)).toThrow(
    new CuttingsError('archive-newer', { version: formatVersion + 1, known: formatVersion }),
  )
  await newer.close()
})

it('holds for every operation that writes, and for none that reads', async () => {
  const test = await openTestApp((archive) => ({
    archive: {
      ...archive,
      writable: false,
      readOnly: { reason: 'in-use', host: 'desk', pid: 7, since },
      refusal: () => new CuttingsError('archive-in-use', { host: 'desk', pid: 7, since }),
    },
  }))
  const { client } = test
  const planId = '0193a000-0000-7000-8000-000000000000'
  for (const call of [
    client.imports.plan({ tokens: [test.tokenFor(test.folder)] }),
    client.imports.commit({ planId }),
    client.library.rebuild({}),
  ])
    await expect(call).rejects.toMatchObject({
      code: 'archive-in-use',
      data: { host: 'desk', pid: 7, since },
    })
  expect((await client.library.describe({})).readOnly).toEqual({
    reason: 'in-use',
    host: 'desk',
    pid: 7,
    since,
  })
  expect((await client.library.list({})).total).toBe(0)
  await test.close()
})
