import { spawnSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { sampleOptions, samplePack } from './fixtures/samplePack'
import { createPartialName, findLeftPartials } from './partialName'
import { writePack } from './writePack'

/** The number of a process that has ended. */
const ended = (): string => String(spawnSync(process.execPath, ['-e', '']).pid)

const ofProcess = (pid: string): string => createPartialName().replace(`-${process.pid}-`, `-${pid}-`)
const ofMachine = (name: string): string => name.replace(/^\.cuttings-[0-9a-f]{8}/, '.cuttings-00000000')

it('finds only what a dead process of this machine left', async () => {
  const folder = await createTestFolder()
  const left = ofProcess(ended())
  await mkdir(join(folder, left))
  for (const name of [createPartialName(), ofMachine(ofProcess(ended())), 'report.partial'])
    await writeFile(join(folder, name), '')
  expect(await findLeftPartials(folder)).toEqual([join(folder, left)])
})

it('is taken away by the next export to the same folder, and nothing else is', async () => {
  const folder = await createTestFolder()
  const left = ofProcess(ended())
  const running = createPartialName()
  await mkdir(join(folder, left))
  await writeFile(join(folder, left, 'half'), 'half a file')
  await writeFile(join(folder, running), 'another export')
  await writePack(samplePack, sampleOptions(join(folder, 'pack')))
  expect((await readdir(folder)).sort()).toEqual([running, 'pack'].sort())
})
