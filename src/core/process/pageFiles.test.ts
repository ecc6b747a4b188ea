import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPageFile } from './pageFiles'

let scratch = ''
let root = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'cuttings-pages-'))
  root = join(scratch, 'pages')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), 'index')
  await writeFile(join(root, 'assets', 'a-1.css'), 'css')
  await writeFile(join(root, 'notes.txt'), 'a type that is not served')
  await writeFile(join(scratch, 'outside.html'), 'outside')
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

const read = async (path: string): Promise<string | undefined> =>
  (await readPageFile(root, path))?.body.toString()

describe('the files of the pages', () => {
  it('are sought at once, however long a path nearly is a route: nothing is tried in more than one way', async () => {
    for (const path of ['a'.repeat(60), 'a-'.repeat(4000), 'a/'.repeat(4000), `${'ab/'.repeat(2000)}c`]) {
      expect(await read(`/${path}`)).toBe('index')
      expect(await read(`/${path}%`)).toBeUndefined()
      expect(await read(`/${path}//`)).toBeUndefined()
    }
  })

  it('are found by their names, with a type and a lifetime', async () => {
    expect(await read('/')).toBe('index')
    expect(await readPageFile(root, '/assets/a-1.css')).toMatchObject({
      contentType: 'text/css; charset=utf-8',
      immutable: true,
    })
  })

  it('are the page for each of its routes, and nothing for a name that is not there', async () => {
    expect(await read('/articles/0190-ab/')).toBe('index')
    expect(await read('/none.js')).toBeUndefined()
    expect(await read('/notes.txt')).toBeUndefined()
    expect(await read('/outside.html')).toBeUndefined()
  })

  it('never come from outside of their folder', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'assets',
      'outside.html',
      '%2e%2e',
      '..%2f',
      '\\',
      '\0',
      '...',
      '~',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        expect(await read(`/${parts.join('/')}`)).not.toBe('outside')
      }),
    )
  })
})
