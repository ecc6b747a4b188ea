import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/process/messages'
import { createArchives } from './archives'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-archives-'))
  await mkdir(join(folder, 'real'))
  await writeFile(join(folder, 'real', 'archive.json'), '{}')
  await mkdir(join(folder, 'other'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const choosing = (name: string | undefined) => {
  const opened: OpenRequest[] = []
  const choice = () => Promise.resolve(name && join(folder, name))
  const archives = createArchives({
    dialogs: { archive: choice, newArchive: choice },
    open: (request) => {
      opened.push(request)
      return Promise.resolve({ state: 'open', name: 'x', place: 'x' })
    },
    sayPlace: () => 'the place',
  })
  return { archives, opened }
}

describe('another archive', () => {
  it('is opened where the chosen folder is one', async () => {
    const { archives, opened } = choosing('real')
    expect(await archives.choose()).toMatchObject({ state: 'open' })
    expect(opened).toEqual([{ archive: join(folder, 'real'), create: false }])
  })

  it('leaves the open one alone where the chosen folder is none', async () => {
    for (const name of ['other', 'none']) {
      const { archives, opened } = choosing(name)
      await expect(archives.choose()).rejects.toMatchObject({ code: 'archive-missing' })
      expect(opened).toEqual([])
    }
  })

  it('is made in a new folder, never over one that is there', async () => {
    const { archives, opened } = choosing('new')
    await archives.make()
    expect(opened).toEqual([{ archive: join(folder, 'new'), create: true }])
    await expect(choosing('real').archives.make()).rejects.toMatchObject({ code: 'archive-exists' })
  })

  it('is none where nothing was chosen', async () => {
    const { archives, opened } = choosing(undefined)
    expect([await archives.choose(), await archives.make(), opened]).toEqual([null, null, []])
  })
})
