import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { Found } from './types'
import { isRefused, walk } from './walk'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-walk-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (path: string, content: string | Buffer = 'x'): Promise<void> => {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), content)
}

const zipOf = (names: readonly string[]): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const name of names) zip.addBuffer(Buffer.from('x'), name)
  zip.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
    zip.outputStream.on('error', reject)
  })
}

const say = (found: Found): string =>
  isRefused(found) ? `${found.name}: ${found.error.code}` : `${found.name}: ${found.form}`

const walked = async (...paths: string[]): Promise<string[]> => {
  const all: string[] = []
  for await (const found of walk(paths.map((path) => join(folder, path)))) all.push(say(found))
  return all
}

describe('walk', () => {
  it('finds files in the order given, and inside folders by name', async () => {
    for (const path of ['b/2.txt', 'b/10.txt', 'b/inner/x.txt', 'b/a.txt', 'z.txt']) await put(path)
    expect(await walked('z.txt', 'b')).toEqual([
      'z.txt: file',
      'b/10.txt: file',
      'b/2.txt: file',
      'b/a.txt: file',
      'b/inner/x.txt: file',
    ])
  })

  it('does not walk through a link to a folder', async () => {
    await put('real/a.txt')
    await mkdir(join(folder, 'in'))
    await symlink(join(folder, 'real'), join(folder, 'in/link'))
    await symlink('..', join(folder, 'in/up'))
    expect(await walked('in')).toEqual(['in/link: file', 'in/up: file'])
  })

  it('takes a citation pack for one thing, as a folder and as a zip', async () => {
    const marks = ['bagit.txt', 'data/ro-crate-metadata.json', 'data/articles/a.txt']
    for (const mark of marks) await put(`in/pack/${mark}`)
    await put('in/pack.zip', await zipOf(marks.map((mark) => `pack/${mark}`)))
    expect(await walked('in')).toEqual(['in/pack: pack', 'in/pack.zip: pack'])
  })

  it('does not take other bags, other zips and broken ones for packs', async () => {
    await put('in/bag/bagit.txt')
    await put('in/other.zip', await zipOf(['a.txt']))
    await put('in/two.zip', await zipOf(['a/bagit.txt', 'b/data/ro-crate-metadata.json']))
    await put('in/broken.zip', 'PK\u0003\u0004 and nothing that belongs there')
    expect(await walked('in')).toEqual([
      'in/bag/bagit.txt: file',
      'in/broken.zip: file',
      'in/other.zip: file',
      'in/two.zip: file',
    ])
  })

  it('says what is not there and goes on', async () => {
    await put('a.txt')
    expect(await walked('gone.txt', 'a.txt')).toEqual(['gone.txt: not-found-file', 'a.txt: file'])
  })

  it('shows names that could deceive', async () => {
    await put('in/fdp\u202Etxt.exe')
    expect(await walked('in')).toEqual(['in/fdp<U+202E>txt.exe: file'])
  })
})
