import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { PackProfileName } from '#shared/packProfiles'
import { carryOnly } from '../exporters/pack/carryOnly'
import { createWritePack } from '../exporters/pack/createWritePack'
import { plainBibliography, sampleOptions } from '../exporters/pack/fixtures/samplePack'
import { wholePack } from '../exporters/pack/fixtures/wholePack'
import { packDisk } from '../exporters/pack/packDisk'
import { verifyPack } from '../exporters/pack/verifyPack'
import { createTestFolder } from '../store/fixtures/testFolder'
import { openPackPages, withPackPages } from './openPackPages'
import { headlineOf, withoutFileLinks } from './pageMarkup'
import type { PackPages, PagePart } from './types'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const written = async (profile: PackProfileName = 'full', form: 'folder' | 'zip' = 'folder') => {
  const pack = join(await createTestFolder(), 'pack')
  const { contents, leftOut } = carryOnly(wholePack, profile)
  await writePack(contents, { ...sampleOptions(pack, form), profile, leftOut })
  return pack
}

const bytesOf = async (part: PagePart | undefined): Promise<Buffer> =>
  part ? buffer(Readable.from(part.body)) : Buffer.alloc(0)

const textOf = async ({ read }: PackPages, path: string): Promise<string> => {
  const part = await read(path)
  return (await bytesOf(part)).toString('utf8')
}

const kindsOf = ({ pages }: PackPages) => Promise.resolve(pages.map(({ kind }) => kind))

describe('the pages of a pack that print', () => {
  it.each(['folder', 'zip'] as const)('are told and read as they stand in a %s', async (form) => {
    await withPackPages(await written('full', form), async (pages) => {
      expect(pages.pages).toEqual([
        { number: 0, kind: 'annotated', title: wholePack.records.articles[0]?.headline },
        { number: 1, kind: 'contact-sheet' },
      ])
      const story = await textOf(pages, pages.pathOf(0))
      expect(story).toContain('read in the register')
      expect(story).toContain('href="#claim-1"')
      const sheet = await textOf(pages, pages.pathOf(1))
      const [, name = ''] = /<img src="([^"]+)"/.exec(sheet) ?? []
      const picture = await pages.read(`data/photos/${name}`)
      expect(picture?.type).toBe('image/jpeg')
      expect((await bytesOf(picture)).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
      expect(() => pages.check()).not.toThrow()
    })
  })

  it.each([
    ['fact-check', ['annotated', 'annotated', 'contact-sheet']],
    ['photo', ['contact-sheet']],
    ['light', ['annotated', 'contact-sheet']],
  ] as const)('are those that the profile %s carries', async (profile, kinds) => {
    expect(await withPackPages(await written(profile), kindsOf)).toEqual(kinds)
  })

  it('are all that is read: nothing else of the pack, and nothing beside it', async () => {
    await withPackPages(await written(), async ({ read, pathOf }) => {
      const folder = pathOf(0).replace('annotated.html', '')
      for (const path of [
        'data/index.html',
        'verify.html',
        `${folder}article.json`,
        `${folder}article.html`,
        'data/photos/photos.json',
        'data/photos/../index.html',
        'data/photos/absent.jpg',
        '/etc/passwd',
        '../pack/data/photos/contact-sheet.html',
      ])
        expect(await read(path), path).toBeUndefined()
      expect(() => pathOf(2)).toThrow('page')
    })
  })

  it('are refused once they are not what the pack says, and so is a picture on them', async () => {
    const pack = await written()
    const pages = await openPackPages(pack)
    const sheet = await textOf(pages, pages.pathOf(1))
    const [, name = ''] = /<img src="([^"]+)"/.exec(sheet) ?? []
    await appendFile(join(pack, 'data/photos', name), 'x')
    await textOf(pages, `data/photos/${name}`)
    expect(() => pages.check()).toThrow(expect.objectContaining({ code: 'pack-changed' }))
    await pages.close()
    await appendFile(join(pack, pages.pathOf(0)), '<p>more</p>')
    await expect(openPackPages(pack)).rejects.toMatchObject({ code: 'pack-changed' })
  })
})

describe('the markup of a page', () => {
  it('keeps links inside the page, and loses those that would lead nowhere', () => {
    const page = '<a href="../../index.html">x</a><a class="label" href="#p-1" aria-label="1">1</a>'
    expect(withoutFileLinks(page)).toBe('<a>x</a><a class="label" href="#p-1" aria-label="1">1</a>')
    const text = '<p>the words href=&quot;x&quot; of a text</p>'
    expect(withoutFileLinks(text)).toBe(text)
  })

  it('tells the headline as it was before it was escaped, once', () => {
    expect(headlineOf('<h1 dir="auto">A &amp;lt; b &lt;i&gt; &#39;c&#39;</h1>')).toBe("A &lt; b <i> 'c'")
    expect(headlineOf('<p>none</p>')).toBeUndefined()
  })
})
