import { describe, expect, it } from 'vitest'
import { firstArchive } from './firstArchive'

const own = { path: '/home/me/Documents/Cuttings', exists: false }

describe('the archive of a start', () => {
  it("is the user's own, made anew with the bundled pack, at the first start of all", () => {
    expect(firstArchive({}, own, '/pack')).toEqual({ archive: own.path, create: true, bundledPack: '/pack' })
  })

  it('is never made where something is already', () => {
    expect(firstArchive({}, { ...own, exists: true }, undefined)).toEqual({
      archive: own.path,
      create: false,
    })
  })

  it('is the last one from then on, which is not made anew where it is missing', () => {
    const settings = { lastArchive: '/gone', ownArchive: own.path }
    expect(firstArchive(settings, own, '/pack')).toEqual({ archive: '/gone', create: false })
    const itself = { lastArchive: own.path, ownArchive: own.path }
    expect(firstArchive(itself, own, '/pack')).toEqual({ archive: own.path, create: false })
  })

  it("is the user's own again once that is another place", () => {
    const settings = { lastArchive: '/last', ownArchive: '/other' }
    expect(firstArchive(settings, own, '/pack')).toMatchObject({ archive: own.path, create: true })
  })
})
