import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import type { TableMapping } from '#shared/model/parsed'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { buildZip } from '../importers/zip/fixtures/buildZip'
import { noChoices } from './noChoices'

let test: TestApp
beforeEach(async () => {
  test = await openTestApp()
})
afterEach(() => test.close())

const table = (name: string): string => `title,author,url\n${name} one,Ada Roe,https://example.org/1\n`
const asSources: TableMapping = { target: 'source', columns: { author: 'name' } }

/** Two tables in a zip, planned: entries 0 and 1. */
const planTables = async (): Promise<string> => {
  const path = join(test.folder, 'a.zip')
  const entries = ['a', 'b'].map((name) => ({ name: `${name}.csv`, content: table(name) }))
  await writeFile(path, buildZip(entries))
  const { job } = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
  return job.result?.kind === 'plan' ? job.result.planId : ''
}
const kinds = async (planId: string): Promise<string[]> => {
  const records = await Promise.all([0, 1].map((index) => test.app.imports.recordsIn(planId, index)))
  return records.map((all) => all.map(({ kind }) => kind).join())
}

it('reads tables inside a zip again, two at the same time, and both are corrected', async () => {
  const planId = await planTables()
  expect(await kinds(planId)).toEqual(['reference', 'reference'])
  await Promise.all([0, 1].map((index) => test.app.imports.remap(planId, index, asSources)))
  expect(await kinds(planId)).toEqual(['source', 'source'])
  expect(test.app.imports.planned(planId, 0, 2).entries.map(({ name }) => name)).toEqual([
    'a.zip > a.csv',
    'a.zip > b.csv',
  ])
})

it('brings no plan back that is committed meanwhile', async () => {
  const planId = await planTables()
  const remapped = test.app.imports.remap(planId, 0, asSources)
  const committed = test.app.imports.commit(planId, noChoices)
  await expect(remapped).rejects.toThrow(new CuttingsError('plan-gone'))
  expect((await test.finish(committed)).job.state).toBe('done')
  expect(() => test.app.imports.planned(planId, 0, 1)).toThrow(new CuttingsError('plan-gone'))
})
