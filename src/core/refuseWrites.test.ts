import { expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { openTestApp } from './fixtures/openTestApp'
import { refuseWrites } from './refuseWrites'

const since = '2026-11-22T10:00:00.000Z'

it('lets a writer write', () => {
  expect(() => refuseWrites({ writable: true, readOnly: undefined })).not.toThrow()
})

it('says who writes, or what else stands against it', () => {
  const refused = (readOnly: Parameters<typeof refuseWrites>[0]['readOnly']) => () =>
    refuseWrites({ writable: false, readOnly })
  expect(refused({ reason: 'in-use', host: 'desk', pid: 7, since })).toThrow(
    new CuttingsError('archive-in-use', { host: 'desk', pid: 7, since }),
  )
  expect(refused({ reason: 'newer' })).toThrow(/newer version/)
  expect(refused({ reason: 'rights' })).toThrow(/rights of its folder/)
  expect(refused(undefined)).toThrow(/opened to be read/)
})

it('holds for every operation that writes, and for none that reads', async () => {
  const test = await openTestApp((archive) => ({
    archive: { ...archive, writable: false, readOnly: { reason: 'in-use', host: 'desk', pid: 7, since } },
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
