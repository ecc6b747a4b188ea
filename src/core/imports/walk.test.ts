import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { nameOfPath } from './filePath'
import type { Found } from './types'
import { isLeftOut, isRefused, walk } from './walk'

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
  isRefused(found)
    ? `${found.name}: ${found.error.code}`
    : `${found.name}: ${isLeftOut(found) ? 'left out' : [found.form, ...(found.form === 'file' ? (found.companions ?? []) : []).map(nameOfPath)].join(' + ')}`

const walked = async (...paths: string[]): Promise<string[]> => {
  const all: string[] = []
  for await (const found of walk(paths.map((path) => join(folder, path)))) all.push(say(found))
  return all
}

describe('walk', () => {
  it('finds files in the order given, inside folders by name, and what others show before them', async () => {
    for (const path of ['b/2.txt', 'b/10.txt', 'b/inner/x.txt', 'b/a.txt', 'b/z.jpg', 'z.txt'])
      await put(path)
    expect(await walked('z.txt', 'b')).toEqual([
      'z.txt: file',
      'b/inner/x.txt: file',
      'b/z.jpg: file',
      'b/10.txt: file',
      'b/2.txt: file',
      'b/a.txt: file',
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

  it('takes an XMP file with the picture that it belongs to, whatever the case of their names', async () => {
    for (const path of ['in/a.JPG', 'in/A.xmp', 'in/b.cr2', 'in/b.cr2.XMP', 'in/alone.xmp', 'in/b.txt'])
      await put(path)
    expect(await walked('in')).toEqual([
      'in/a.JPG: file + A.xmp',
      'in/b.cr2: file + b.cr2.XMP',
      'in/alone.xmp: file',
      'in/b.txt: file',
    ])
    expect(await walked('in/A.xmp', 'in/a.JPG')).toEqual(['a.JPG: file + A.xmp'])
  })

  it('takes the pictures of a saved page, and says of the rest of its folder what that is', async () => {
    for (const path of ['in/page.html', 'in/page_files/a.png', 'in/page_files/x.js', 'in/page_files/x.css'])
      await put(path)
    await put('in/other_files/x.js')
    expect(await walked('in')).toEqual([
      'in/other_files/x.js: file',
      'in/page_files/a.png: file',
      'in/page_files/x.css: left out',
      'in/page_files/x.js: left out',
      'in/page.html: file',
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
