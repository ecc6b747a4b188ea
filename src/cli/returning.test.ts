import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { harbourText } from '#core/fixtures/articleFiles'
import { linesOf, runInProcess } from './fixtures/runInProcess'

it('says what differs from what is held, and takes what a pack has on the word of the user alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-returning-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const at = (name: string): string => join(folder, name)
  const json = async (...args: readonly string[]) =>
    linesOf((await runInProcess(folder, [...args, '--json'])).out)
  const nameOf = async (id: string): Promise<unknown> => (await json('show', id))[0]?.['name']

  await writeFile(at('a.txt'), harbourText)
  await json('init', at('A'))
  await json('import', at('a.txt'))
  const [source] = await json('sources')
  const id = String(source?.['id'])
  const name = await nameOf(id)
  await json('export', at('first'))
  await json('sources', 'edit', id, '--name', 'Harbour Wire')
  await json('export', at('second'))

  await rm(at('A'), { recursive: true })
  await json('init', at('A'))
  await json('import', at('first'))
  const { out } = await runInProcess(folder, ['import', at('second'), '--dry-run'])
  expect(out).toContain('is held with other content. The pack goes on from it. Different: aliases, name.')
  await json('import', at('second'))
  expect(await nameOf(id)).toBe(name)
  await json('import', at('second'), '--take', 'ahead')
  expect(await nameOf(id)).toBe('Harbour Wire')
})
