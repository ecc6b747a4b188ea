import { appendFile, readFile, rename, rm, symlink, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { sha256Of } from '#core/records/digest'
import { comparisons, type Comparisons } from './comparisons'
import { createWritePack } from './createWritePack'
import { packDisk } from './packDisk'
import { createVerifyPack } from './createVerifyPack'
import { manifestText } from './manifest'
import { packLimits } from './packLimits'
import { readableJson } from './readableJson'
import { plainBibliography, sampleOptions, samplePack } from './fixtures/samplePack'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { filesUnder } from './fixtures/filesUnder'
import { verifyPack } from './verifyPack'
import type { PackContents, VerifyPack } from './types'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const sampleFolder = async (contents: PackContents = samplePack): Promise<string> => {
  const pack = join(await createTestFolder(), 'pack')
  await writePack(contents, sampleOptions(pack))
  return pack
}

const problemsOf = async (pack: string, verify: VerifyPack = verifyPack) => {
  const problems: FileResult[] = []
  const verification = await verify(pack, {
    onFile: (file) => {
      if (file.outcome === 'problem') problems.push(file)
    },
  })
  expect(verification.problems).toBe(problems.length)
  return { verification, problems: problems.map(({ code, name }) => `${code} ${name}`) }
}

/** What someone does who changes a file and hides it: every manifest is made anew and fits. */
const remakeManifests = async (pack: string): Promise<void> => {
  const info = await readFile(join(pack, 'bag-info.txt'), 'utf8')
  await writeFile(join(pack, 'bag-info.txt'), info.replace(/Payload-Oxum: .*\n/, ''))
  await rm(join(pack, 'manifest-sha512.txt'))
  const digests = async (matches: (path: string) => boolean) =>
    new Map(
      [...(await filesUnder(pack))]
        .filter(([path]) => matches(path))
        .map(([path, bytes]) => [path, sha256Of(bytes)]),
    )
  const payload = await digests((path) => path.startsWith('data/'))
  await writeFile(join(pack, 'manifest-sha256.txt'), manifestText(payload))
  const tags = await digests((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest'))
  await writeFile(join(pack, 'tagmanifest-sha256.txt'), manifestText(tags))
}

interface Tampering {
  readonly does: string
  readonly tamper: (pack: string) => Promise<void>
  readonly finds: readonly string[]
  /** The check without which this stays unseen. */
  readonly blind: Partial<Comparisons>
}

const seesNoChange: Partial<Comparisons> = { sameDigest: () => true }
const seesNoList: Partial<Comparisons> = { notIn: () => [] }

const tamperings: readonly Tampering[] = [
  {
    does: 'a file of the payload was changed, with its length kept',
    tamper: async (pack) => {
      const path = join(pack, 'data/sources/sources.csv')
      const bytes = await readFile(path)
      bytes.write('X', bytes.length - 3)
      await writeFile(path, bytes)
    },
    finds: ['changed data/sources/sources.csv'],
    blind: seesNoChange,
  },
  {
    does: 'a tag file was changed',
    tamper: (pack) => appendFile(join(pack, 'VERIFY.txt'), 'All is well.\n'),
    finds: ['changed VERIFY.txt'],
    blind: seesNoChange,
  },
  {
    does: 'a tag file was added',
    tamper: (pack) => writeFile(join(pack, 'NOTE.txt'), 'new'),
    finds: ['extra NOTE.txt'],
    blind: seesNoList,
  },
  {
    does: 'a file was renamed',
    tamper: (pack) => rename(join(pack, 'data/index.html'), join(pack, 'data/index.htm')),
    finds: ['missing data/index.html', 'extra data/index.htm'],
    blind: seesNoList,
  },
]

describe('verifyPack', () => {
  it.each(tamperings)('finds that $does', async ({ tamper, finds, blind }) => {
    const pack = await sampleFolder()
    await tamper(pack)
    const { verification, problems } = await problemsOf(pack)
    expect(problems).toEqual(finds)
    expect([verification.unchanged, verification.complete]).toContain('no')
    // Negative control: with that one check switched off the tampering is not found, so it was that check that found it.
    const broken = createVerifyPack({ comparisons: { ...comparisons, ...blind }, limits: packLimits })
    expect((await problemsOf(pack, broken)).problems).toEqual([])
  })

  it('finds that a file was removed, and that one was added', async () => {
    const pack = await sampleFolder()
    await rm(join(pack, 'data/sources/sources.csv'))
    await writeFile(join(pack, 'data/sources/other.csv'), '')
    const { verification, problems } = await problemsOf(pack)
    expect(problems).toEqual([
      'missing data/sources/sources.csv',
      'extra data/sources/other.csv',
      'count bag-info.txt',
    ])
    expect(verification).toMatchObject({ unchanged: 'yes', complete: 'no', custody: 'cannot-tell' })
  })

  it('never calls a pack without manifests verified', async () => {
    const pack = await sampleFolder()
    for (const name of ['manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt'])
      await rm(join(pack, name))
    const { verification, problems } = await problemsOf(pack)
    expect(problems).toContain('unverifiable manifest')
    expect(verification).toMatchObject({ unchanged: 'cannot-tell', complete: 'cannot-tell' })
  })

  it('finds a record that was changed together with all manifests, by its chain of custody', async () => {
    const pack = await sampleFolder()
    const path = join(pack, 'data/sources/sources.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('often late', 'never late'))
    await remakeManifests(pack)
    const { verification, problems } = await problemsOf(pack)
    expect(problems).toEqual(['custody data/checks/custody.jsonl'])
    expect(verification).toMatchObject({ unchanged: 'yes', complete: 'yes', custody: 'broken' })
  })

  it('says that custody cannot be told where a record has no chain', async () => {
    const { verification, problems } = await problemsOf(
      await sampleFolder({ ...samplePack, events: samplePack.events.slice(2) }),
    )
    expect(problems).toEqual([])
    expect(verification.custody).toBe('cannot-tell')
  })

  it('refuses a pack that names files elsewhere', async () => {
    const pack = await sampleFolder()
    await writeFile(join(pack, 'fetch.txt'), 'https://example.org/a - data/a\n')
    expect((await problemsOf(pack)).problems).toContain('unsafe fetch.txt')
  })

  it.skipIf(process.platform === 'win32')(
    'refuses a folder with a link, and looks at nothing behind it',
    async () => {
      const pack = await sampleFolder()
      await rm(join(pack, 'data/sources/sources.csv'))
      await symlink('/etc/hostname', join(pack, 'data/sources/sources.csv'))
      const { verification, problems } = await problemsOf(pack)
      expect(problems).toEqual(['unsafe pack'])
      expect(verification.unchanged).toBe('cannot-tell')
    },
  )

  it('writes nothing at all', async () => {
    const folder = await createTestFolder()
    await writePack(samplePack, sampleOptions(join(folder, 'pack')))
    await writePack(samplePack, sampleOptions(join(folder, 'pack.zip'), 'zip'))
    const before = await filesUnder(folder)
    await verifyPack(join(folder, 'pack'))
    await verifyPack(join(folder, 'pack.zip'))
    expect(await filesUnder(folder)).toEqual(before)
  })

  it('accepts a bag that another program made, and tells nothing of its custody', async () => {
    const folder = join(await createTestFolder(), 'bag')
    await mkdir(join(folder, 'data'), { recursive: true })
    await writeFile(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    await writeFile(join(folder, 'data/a 100%.txt'), 'a')
    await writeFile(join(folder, 'manifest-sha256.txt'), `${sha256Of('a')}  data/a 100%25.txt\n`)
    await writeFile(join(folder, 'manifest-blake3.txt'), 'an algorithm that is not known here\n')
    const { verification } = await problemsOf(folder)
    expect(verification).toMatchObject({
      problems: 0,
      unchanged: 'yes',
      complete: 'yes',
      signed: 'unsigned',
      custody: 'cannot-tell',
    })
  })

  it('finds a record that no longer fits the model, though every manifest was made anew', async () => {
    const pack = await sampleFolder()
    const path = 'data/sources/sources.json'
    await writeFile(join(pack, path), readableJson([{ kind: 'source', id: 'not an id', name: '' }]))
    await remakeManifests(pack)
    expect((await problemsOf(pack)).problems).toEqual([`record ${path}`])
  })
})
