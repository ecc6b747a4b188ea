import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname, homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { createWritePack } from './createWritePack'
import { packDisk, type PackDisk } from './packDisk'
import { packName } from './packNames'
import { payloadFiles } from './payload'
import { readPack } from './readPack'
import { plainBibliography, sampleOptions, samplePack } from './fixtures/samplePack'
import { sortedRecords } from './sortedRecords'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { filesUnder } from './fixtures/filesUnder'
import type { PackContents } from './types'
import { verifyPack } from './verifyPack'
import { writePack } from './writePack'

const shuffled: PackContents = {
  ...samplePack,
  records: {
    ...samplePack.records,
    articles: [...samplePack.records.articles].reverse(),
    sources: [...samplePack.records.sources].reverse(),
    originals: [...samplePack.records.originals].reverse(),
  },
  events: [...samplePack.events].reverse(),
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (error instanceof CuttingsError) return error.code
    throw error
  }
  return 'nothing was refused'
}

describe('writePack', () => {
  it('gives the same bytes for the same contents, as a folder, whatever the order in which they come', async () => {
    const folder = await createTestFolder()
    const one = await writePack(samplePack, sampleOptions(join(folder, 'one')))
    const two = await writePack(shuffled, sampleOptions(join(folder, 'two')))
    expect(await filesUnder(join(folder, 'two'))).toEqual(await filesUnder(join(folder, 'one')))
    expect({ ...two, name: '' }).toEqual({ ...one, name: '' })
  })

  it('gives the same bytes for the same contents, as a zip, whatever the order and the zone of the machine', async () => {
    const folder = await createTestFolder()
    const zone = process.env['TZ']
    await writePack(samplePack, sampleOptions(join(folder, 'one.zip'), 'zip'))
    try {
      process.env['TZ'] = 'Pacific/Apia'
      await writePack(shuffled, sampleOptions(join(folder, 'two.zip'), 'zip'))
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    const [one, two] = [await readFile(join(folder, 'one.zip')), await readFile(join(folder, 'two.zip'))]
    expect(two.equals(one)).toBe(true)
  })

  it.each(['folder', 'zip'] as const)('reads back from a %s what was written', async (form) => {
    const folder = await createTestFolder()
    const destination = join(folder, 'pack')
    await writePack(samplePack, sampleOptions(destination, form))
    const pack = await readPack(destination)
    expect(pack.records).toEqual(sortedRecords(samplePack.records))
    expect(pack.events).toHaveLength(samplePack.events.length)
    for (const { sha256, bytes } of samplePack.records.originals) {
      let read = 0
      for await (const chunk of pack.readOriginal(sha256)) read += chunk.byteLength
      expect(read).toBe(bytes)
    }
    await pack.close()
  })

  it('verifies, is complete, unbroken and unsigned, and counts out what was counted in', async () => {
    const folder = await createTestFolder()
    const exported = await writePack(samplePack, sampleOptions(join(folder, 'pack')))
    const verification = await verifyPack(join(folder, 'pack'))
    expect(verification).toMatchObject({
      problems: 0,
      unchanged: 'yes',
      complete: 'yes',
      signed: 'unsigned',
      custody: 'unbroken',
      sha256: exported.sha256,
      identifier: 'urn:uuid:0b0c8a1e-6a1e-4b55-9d25-3f4f0d6b6c11',
      date: '2026-11-22T10:00:01.000Z',
      counts: { articles: 2, passages: 7, slots: 2, citations: 3, sources: 2, references: 1, originals: 3 },
    })
    expect(exported.items).toBe(3)
  })

  it('leaves nothing but the pack at the destination', async () => {
    const folder = await createTestFolder()
    await writePack(samplePack, sampleOptions(join(folder, 'pack')))
    expect(await readdir(folder)).toEqual(['pack'])
  })

  it('has ASCII names, no path over 100 characters, and names nothing of the machine', async () => {
    const folder = await createTestFolder()
    await writePack(samplePack, sampleOptions(join(folder, 'pack')))
    for (const [path, bytes] of await filesUnder(join(folder, 'pack'))) {
      expect(path).toMatch(/^[A-Za-z0-9._/-]{1,100}$/)
      for (const name of [folder, tmpdir(), homedir(), hostname()])
        expect(bytes.includes(name), `${path} names ${name}`).toBe(false)
    }
  })

  it.runIf(process.platform === 'linux')(
    'is accepted by sha256sum, which knows nothing of this program',
    async () => {
      const folder = await createTestFolder()
      await writePack(samplePack, sampleOptions(join(folder, 'pack')))
      const check = (manifest: string) =>
        execFileSync('sha256sum', ['-c', '--strict', manifest], {
          cwd: join(folder, 'pack'),
          encoding: 'utf8',
        })
      expect(check('manifest-sha256.txt')).not.toContain('FAILED')
      expect(check('tagmanifest-sha256.txt')).not.toContain('FAILED')
    },
  )

  it.runIf(process.platform === 'linux')(
    'comes with a VERIFY.txt whose command finds an added file',
    async () => {
      const folder = join(await createTestFolder(), 'pack')
      await writePack(samplePack, sampleOptions(folder))
      const text = await readFile(join(folder, 'VERIFY.txt'), 'utf8')
      const command = text.split('\n').find((line) => line.includes('uniq -u')) ?? 'exit 1'
      const run = () => execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
      expect(run()).toBe('')
      await writeFile(join(folder, 'data/added.txt'), '')
      expect(run()).toBe('data/added.txt\n')
    },
  )

  it('has no path over 100 characters in a zip, however long the titles and numbers are', async () => {
    const [article] = samplePack.records.articles
    const [version] = article?.versions ?? []
    const [original] = samplePack.records.originals
    if (!article || !version || !original) throw new TypeError('the sample has these')
    const wide = { ...original, mediaType: 'text/markdown' }
    const old = { ...version, id: version.articleId, number: 100, original: original.sha256 }
    const long = { ...article, headline: 'long title '.repeat(50), versions: [old, version] }
    const records = { ...samplePack.records, articles: [long], originals: [wide] }
    const files = await payloadFiles(records, [], {
      ...sampleOptions('x'),
      formatBibliography: plainBibliography,
    })
    const lengths = files.map((file) => `${packName(records, '2026-11-22')}/${file.path}`.length)
    expect(Math.max(...lengths)).toBeGreaterThan(80)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(100)
  })

  it('refuses a destination at which something stands, and leaves that as it is', async () => {
    const folder = await createTestFolder()
    await writeFile(join(folder, 'pack'), 'mine')
    expect(await codeOf(writePack(samplePack, sampleOptions(join(folder, 'pack'))))).toBe(
      'destination-exists',
    )
    expect(await readFile(join(folder, 'pack'), 'utf8')).toBe('mine')
  })

  it('refuses a destination in a folder that is not there', async () => {
    const folder = await createTestFolder()
    expect(await codeOf(writePack(samplePack, sampleOptions(join(folder, 'no', 'pack'))))).toBe(
      'destination-unwritable',
    )
  })
})

const writeQuickly = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

describe('writePack that does not come to its end', () => {
  it.each(['folder', 'zip'] as const)(
    'leaves nothing when a %s is cancelled, at whatever step',
    async (form) => {
      const folder = await createTestFolder()
      const steps: string[] = []
      for (let stopAt = 1; ; stopAt += 4) {
        const control = new AbortController()
        let seen = 0
        const onProgress = ({ step }: { readonly step: string }) => {
          seen += 1
          if (seen !== stopAt) return
          steps.push(step)
          control.abort()
        }
        const options = { ...sampleOptions(join(folder, 'pack'), form), signal: control.signal, onProgress }
        const code = await codeOf(writeQuickly(samplePack, options))
        if (!control.signal.aborted) break
        expect(code).toBe('cancelled')
        expect(await readdir(folder)).toEqual([])
      }
      expect(new Set(steps)).toEqual(new Set(['prepare', 'write', 'verify']))
    },
  )

  const failing = (code: string, afterBytes: number): PackDisk => {
    let left = afterBytes
    return {
      ...packDisk,
      create: async (path) => {
        const file = await packDisk.create(path)
        return {
          ...file,
          write: async (chunk) => {
            left -= chunk.byteLength
            if (left < 0) throw Object.assign(new Error(code), { code })
            await file.write(chunk)
          },
        }
      },
    }
  }

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EACCES', 'destination-unwritable'],
    ['EIO', 'write-failed'],
  ])('says %s as %s and leaves nothing, in a folder and in a zip', async (fault, code) => {
    const folder = await createTestFolder()
    for (const form of ['folder', 'zip'] as const)
      for (const afterBytes of [0, 20_000, 1_000_000]) {
        const write = createWritePack({
          disk: failing(fault, afterBytes),
          verify: verifyPack,
          formatBibliography: plainBibliography,
        })
        expect(await codeOf(write(samplePack, sampleOptions(join(folder, 'pack'), form)))).toBe(code)
        expect(await readdir(folder)).toEqual([])
      }
  })

  it('leaves nothing when the disk keeps other bytes than it was given', async () => {
    const folder = await createTestFolder()
    const disk: PackDisk = {
      ...packDisk,
      create: async (path) => {
        const file = await packDisk.create(path)
        const write = (chunk: Uint8Array) =>
          file.write(path.endsWith('article.txt') ? chunk.map(() => 0) : chunk)
        return { ...file, write }
      },
    }
    const write = createWritePack({ disk, verify: verifyPack, formatBibliography: plainBibliography })
    expect(await codeOf(write(samplePack, sampleOptions(join(folder, 'pack'))))).toBe('write-failed')
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses to hand over a record that its chain of custody does not fit', async () => {
    const folder = await createTestFolder()
    const sources = samplePack.records.sources.map((source) => ({ ...source, name: 'Another' }))
    const contents = { ...samplePack, records: { ...samplePack.records, sources } }
    expect(await codeOf(writeQuickly(contents, sampleOptions(join(folder, 'pack'))))).toBe('archive-damaged')
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing when an original is not what its record says', async () => {
    const folder = await createTestFolder()
    const readOriginal = async function* () {
      yield Buffer.from('other bytes')
    }
    expect(
      await codeOf(writeQuickly({ ...samplePack, readOriginal }, sampleOptions(join(folder, 'pack')))),
    ).toBe('damaged-file')
    expect(await readdir(folder)).toEqual([])
  })
})
