import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ZipFile } from 'yazl'
import { describe, expect, it } from 'vitest'
import { openBag } from './openBag'
import { packLimits, type PackLimits } from './packLimits'
import { sampleZip, type SampleEntry } from './fixtures/sampleZip'
import { createTestFolder } from '#core/store/fixtures/testFolder'

const refusalOf = async (path: string, limits: PackLimits = packLimits): Promise<string> => {
  try {
    const bag = await openBag(path, limits)
    let bytes = 0
    for (const name of bag.files.keys()) for await (const chunk of bag.read(name)) bytes += chunk.byteLength
    await bag.close()
    return `opened, ${bytes} bytes`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const zipped = async (entries: readonly SampleEntry[]): Promise<string> => {
  const path = join(await createTestFolder(), 'pack.zip')
  await writeFile(path, sampleZip(entries))
  return path
}

describe('openBag on a zip', () => {
  it('opens a plain one, with its bag at the top or in one folder', async () => {
    expect(await refusalOf(await zipped([{ name: 'bagit.txt', bytes: 'a' }]))).toBe('opened, 1 bytes')
    const bag = await openBag(
      await zipped([
        { name: 'pack/bagit.txt', bytes: 'a' },
        { name: 'pack/data/x', bytes: 'b' },
      ]),
      packLimits,
    )
    expect([...bag.files.keys()]).toEqual(['bagit.txt', 'data/x'])
    await bag.close()
  })

  it.each([
    '../out.txt',
    'data/../../out.txt',
    '/etc/passwd',
    'C:/windows/x',
    'C:x',
    '~root/x',
    'data\\x.txt',
    '\\\\server\\share\\x',
    'data/a\u0007b',
    'data/a\nb',
    'data/\u202egnp.exe',
    'data//x',
    'data/./x',
  ])('refuses the name %j', async (name) => {
    expect(await refusalOf(await zipped([{ name, bytes: 'a' }]))).toMatch(/^The pack was refused/)
  })

  it.each([
    ['case', 'data/a.txt', 'data/A.TXT'],
    ['Unicode form', 'data/\u00e9.txt', 'data/e\u0301.txt'],
    ['nothing', 'data/a.txt', 'data/a.txt'],
  ])('refuses two names that differ only by %s', async (_, one, two) => {
    const path = await zipped([
      { name: one, bytes: 'a' },
      { name: two, bytes: 'a' },
    ])
    expect(await refusalOf(path)).toMatch(/take for one|a name twice/)
  })

  it('refuses a link', async () => {
    expect(await refusalOf(await zipped([{ name: 'data/x', bytes: '/etc/passwd', mode: 0o120777 }]))).toMatch(
      /a link/,
    )
  })

  it('refuses entries that overlap', async () => {
    const path = await zipped([
      { name: 'data/x', bytes: 'aaaa' },
      { name: 'data/x', bytes: 'aaaa', listedAs: 'data/y', reuses: 0 },
    ])
    expect(await refusalOf(path)).toMatch(/two names|overlapping/)
    const same = await zipped([
      { name: 'data/x', bytes: 'aaaa' },
      { name: 'data/y', bytes: 'bb', listedBytes: 200 },
      { name: 'data/z', bytes: 'b'.repeat(300) },
    ])
    expect(await refusalOf(same)).toMatch(/overlapping/)
  })

  it('refuses more bytes than its limit, by what it states and by what really comes out', async () => {
    const limits = { ...packLimits, totalBytes: 1000 }
    const zip = new ZipFile()
    zip.addBuffer(Buffer.alloc(5000), 'data/x')
    zip.end()
    const path = join(await createTestFolder(), 'pack.zip')
    const parts: Buffer[] = []
    for await (const chunk of zip.outputStream) parts.push(Buffer.from(chunk))
    const bytes = Buffer.concat(parts)
    await writeFile(path, bytes)
    expect(await refusalOf(path, limits)).toMatch(/more than 1000 bytes/)
    // The header lies about the size: the real bytes are counted all the same.
    const listed = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(10, listed + 24)
    await writeFile(path, bytes)
    expect(await refusalOf(path, limits)).toMatch(/too many bytes|more than 1000 bytes/)
  })

  it('refuses more files than its limit', async () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({ name: `data/${index}`, bytes: '' }))
    expect(await refusalOf(await zipped(entries), { ...packLimits, entries: 4 })).toMatch(/more than 4 files/)
  })

  it('says of a file that is no zip that it cannot be verified', async () => {
    const path = join(await createTestFolder(), 'pack.zip')
    await writeFile(path, 'no zip')
    expect(await refusalOf(path)).toMatch(/^The pack cannot be verified/)
  })
})

describe('openBag on a folder', () => {
  it('refuses folders that go too deep', async () => {
    const folder = await createTestFolder()
    await mkdir(join(folder, ...Array.from({ length: 40 }, () => 'd')), { recursive: true })
    expect(await refusalOf(folder)).toMatch(/folders inside each other/)
  })

  it.runIf(process.platform === 'linux')('refuses names that differ only by case', async () => {
    const folder = await createTestFolder()
    await writeFile(join(folder, 'a'), '')
    await writeFile(join(folder, 'A'), '')
    expect(await refusalOf(folder)).toMatch(/take for one/)
  })

  it('says what is not there', async () => {
    expect(await refusalOf(join(await createTestFolder(), 'no'))).toMatch(/no file of this name/)
  })
})
