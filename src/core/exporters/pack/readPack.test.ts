import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { sha256Of } from '#core/records/digest'
import { createWritePack } from './createWritePack'
import { packDisk } from './packDisk'
import { verifyPack } from './verifyPack'
import { readPack } from './readPack'
import { plainBibliography, sampleOptions, samplePack } from './fixtures/samplePack'
import { createTestFolder } from '#core/store/fixtures/testFolder'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const sampleFolder = async (): Promise<string> => {
  const pack = join(await createTestFolder(), 'pack')
  await writePack(samplePack, sampleOptions(pack))
  return pack
}

const refusalOf = async (pack: string, signal?: AbortSignal): Promise<string> => {
  try {
    const { close } = await readPack(pack, signal ? { signal } : {})
    await close()
    return 'read'
  } catch (error) {
    if (error instanceof CuttingsError) return error.code
    throw error
  }
}

describe('readPack', () => {
  it.each([
    ['a file was changed', 'pack-changed', (pack: string) => appendFile(join(pack, 'data/index.html'), ' ')],
    ['a file is missing', 'pack-incomplete', (pack: string) => rm(join(pack, 'data/index.html'))],
    ['a file was added', 'pack-changed', (pack: string) => writeFile(join(pack, 'data/new'), '')],
    ['there is no manifest', 'pack-unverifiable', removeManifests],
    ['files are to be fetched', 'pack-unsafe', (pack: string) => writeFile(join(pack, 'fetch.txt'), '')],
  ])('takes nothing where %s', async (_, code, tamper) => {
    const pack = await sampleFolder()
    await tamper(pack)
    expect(await refusalOf(pack)).toBe(code)
  })

  it('takes nothing from a sound bag that is no citation pack', async () => {
    const bag = join(await createTestFolder(), 'bag')
    await mkdir(join(bag, 'data'), { recursive: true })
    await writeFile(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    await writeFile(join(bag, 'data/a'), 'a')
    await writeFile(join(bag, 'manifest-sha256.txt'), `${sha256Of('a')}  data/a\n`)
    expect(await refusalOf(bag)).toBe('pack-unverifiable')
  })

  it('stops on request', async () => {
    expect(await refusalOf(await sampleFolder(), AbortSignal.abort())).toBe('cancelled')
  })

  it('does not hand over an original that changes after it was verified', async () => {
    const folder = await sampleFolder()
    const pack = await readPack(folder)
    const [original] = pack.records.originals
    const manifest = await readFile(join(folder, 'manifest-sha256.txt'), 'utf8')
    const line = manifest.split('\n').find((each) => each.startsWith(original?.sha256 ?? '-'))
    await appendFile(join(folder, line?.slice(66) ?? ''), 'more')
    const read = async () => {
      for await (const chunk of pack.readOriginal(original?.sha256 ?? '')) expect(chunk).toBeDefined()
    }
    await expect(read()).rejects.toMatchObject({ code: 'pack-changed' })
    await pack.close()
  })
})

async function removeManifests(pack: string): Promise<void> {
  for (const name of ['manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt'])
    await rm(join(pack, name))
}
