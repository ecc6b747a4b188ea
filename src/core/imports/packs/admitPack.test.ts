import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carryOnly } from '#core/exporters/pack/carryOnly'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import { plainBibliography, sampleOptions } from '#core/exporters/pack/fixtures/samplePack'
import { wholePack } from '#core/exporters/pack/fixtures/wholePack'
import { packDisk } from '#core/exporters/pack/packDisk'
import { readPack } from '#core/exporters/pack/readPack'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import type { FileResult } from '#shared/contract/jobs'
import type { Source } from '#shared/model/citation'
import { openTestApp, type TestApp } from '../../fixtures/openTestApp'
import { systemClock as clock } from '../../records/clock'
import { emptyRecordSet } from '../../records/recordSets'
import { admitPack } from './admitPack'
import { comparePack } from './comparePack'
import { createShelf } from '../createShelf'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})
const [source] = wholePack.records.sources.filter(({ owner }) => owner !== undefined)
if (!source) throw new TypeError('the pack has a source with an owner')
const { id } = source

let place: TestApp
let pack: string

beforeEach(async () => {
  place = await openTestApp()
  const [light, whole] = [join(place.folder, 'light'), join(place.folder, 'whole')]
  const { contents, leftOut } = carryOnly(wholePack, 'light')
  await writePack(contents, { ...sampleOptions(light), profile: 'light', leftOut })
  await writePack(wholePack, sampleOptions(whole))
  await place.finish(place.app.imports.importNow([light], { keepUnreadable: false }))
  pack = whole
})
afterEach(() => place.close())

const heldSource = (): Source => {
  const held = place.app.archive.catalogue.record(id)
  if (held?.kind !== 'source') throw new TypeError('the source is held')
  return held
}

/** Admits the whole pack; `meanwhile` happens once it was compared with what is held, before anything of it is stored. */
const admitWhile = async (meanwhile: () => void | Promise<void>): Promise<readonly FileResult[]> => {
  const { archive } = place.app
  const { signal } = new AbortController()
  const opened = await readPack(pack)
  const { digest } = await comparePack(archive.catalogue, opened, signal)
  await opened.close()
  const told: FileResult[] = []
  let begun = false
  const jobId = clock.createId()
  const folder = await archive.staging.createFolder(jobId)
  const entry = { name: 'whole', bytes: 0, format: 'citation-pack', outcome: 'add' } as const
  await admitPack(
    { form: 'pack', entry, path: pack, digest, conflicts: [], shown: new Map() },
    {
      archive,
      clock,
      actor: 'tester',
      shelf: createShelf(folder),
      folder,
      signal,
      isSame: () => Promise.resolve(true),
      tell: (file) => told.push(file),
      inside: () => undefined,
      pausePoint: async () => {
        if (!begun) await meanwhile()
        begun = true
      },
      committed: () => undefined,
    },
  )
  return told
}

const lineOf = (told: readonly FileResult[]): FileResult | undefined => told.find((one) => one.id === id)

describe('a record that a pack would complete', () => {
  it('is completed where it is still what it was compared with', async () => {
    const told = await admitWhile(() => undefined)
    expect(lineOf(told)?.message).toContain('Completed with')
    expect(heldSource().owner).toBe(source.owner)
  })

  it('is a conflict, and stays, where it was edited meanwhile; the rest is stored', async () => {
    const edited = { ...heldSource(), owner: 'Somebody else' }
    const told = await admitWhile(() => {
      const records = { ...emptyRecordSet, sources: [edited] }
      place.app.archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
    })
    expect(lineOf(told)).toMatchObject({ outcome: 'refused', error: { code: 'conflict' } })
    expect(heldSource()).toEqual(edited)
    expect(told.filter(({ error }) => error)).toHaveLength(1)
    expect(told.filter(({ message }) => message?.startsWith('Completed')).length).toBeGreaterThan(1)
  })

  it('is a conflict also where only something that no pack leaves out was edited', async () => {
    const told = await admitWhile(() => {
      const records = { ...emptyRecordSet, sources: [{ ...heldSource(), aliases: ['Another spelling'] }] }
      place.app.archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
    })
    expect(lineOf(told)?.error?.code).toBe('conflict')
    expect(heldSource()).not.toHaveProperty('owner')
  })

  it('stays in the trash, and that is said, where it was removed meanwhile; the rest is stored', async () => {
    const [photo] = wholePack.records.photos
    if (!photo) throw new TypeError('the pack has a photo')
    const told = await admitWhile(async () => {
      await place.client.trash.remove({ ids: [photo.id] })
    })
    const message = 'Held in the trash. Bring it back from there.'
    expect(told.find((one) => one.id === photo.id)).toMatchObject({ outcome: 'duplicate', message })
    expect(lineOf(told)?.message).toContain('Completed with')
  })
})
