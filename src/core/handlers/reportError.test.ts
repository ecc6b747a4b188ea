import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { createReportError } from './reportError'

let folder = ''
let logged: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-report-'))
  await writeFile(join(folder, 'archive.json'), '{}')
  logged = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const report = (error: unknown) =>
  createReportError({ folder, log: (line) => logged.push(line), createReference: () => 'r-1' })(error)

it('lets a known error out as it is, and logs nothing', async () => {
  const error = new CuttingsError('too-large', { bytes: 3, format: 'text', limit: 2 })
  expect(await report(error)).toEqual(error.toReport())
  expect(logged).toEqual([])
})

it('says that the disk is full whoever met it', async () => {
  expect(await report(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatchObject({
    code: 'disk-full',
  })
})

it.each([
  [{ code: 'EIO' }, 'write-failed'],
  [{ code: 'EACCES' }, 'write-failed'],
  [{ code: 'Unknown system error -122', errno: -constants.errno.EDQUOT }, 'disk-full'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 14 }, 'write-failed'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 11 }, 'archive-damaged'],
])('says a fault of the disk that nobody foresaw, %o, as %s, and shows no stack', async (fault, code) => {
  const reported = await report(Object.assign(new Error('read'), fault))
  expect(reported).toMatchObject({ code })
  expect(reported.message).not.toContain('Unknown')
  expect(logged).toEqual([])
})

it('lets nothing of an unknown error out, and logs it with its causes', async () => {
  const error = new Error('at /home/someone', { cause: new TypeError('the cause') })
  const reported = await report(error)
  expect(reported).toMatchObject({ code: 'internal', details: { reference: 'r-1' } })
  expect(JSON.stringify(reported)).not.toContain('/home')
  expect(logged.join()).toMatch(/r-1 .*\/home\/someone[^]*caused by .*the cause/)
  expect(await report('a string')).toMatchObject({ code: 'internal' })
})

it('blames the folder where it went away', async () => {
  await rm(folder, { recursive: true })
  expect(await report(new Error('disk I/O error'))).toMatchObject({ code: 'archive-gone' })
  expect(logged).toHaveLength(1)
})
