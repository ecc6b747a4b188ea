import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { createPictureReader } from './createPictureReader'
import { drawPicture } from './fixtures/drawnPictures'
import { loadVips, type VipsModule } from './loadVips'
import type { PictureReader } from './types'

let vips: VipsModule
let reader: PictureReader

beforeAll(async () => {
  vips = await loadVips()
  reader = createPictureReader()
})
afterAll(() => {
  reader.close()
  vips.shutdown()
})

/** Where bytes are changed, as a share of the whole, and to what. */
const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 20,
})

const changed = (bytes: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  for (const [share, value] of places) copy[Math.floor(share * (copy.length - 1))] = value
  return copy
}

const expectAnswers = async (bytes: Uint8Array, mediaType: string, runs: number): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(changes, async (places) => {
      const made = await reader.makeThumbnail(changed(bytes, places), mediaType, { size: 32 })
      if (made.kind === 'thumbnail') expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(32)
      else expect(['damaged', 'pixels', 'no-preview']).toContain(made.reason)
    }),
    { numRuns: runs },
  )
}

const savers: Readonly<Record<string, () => Uint8Array>> = {
  'image/jpeg': () => drawPicture(vips, { width: 90, height: 60 }).jpegsaveBuffer(),
  'image/png': () => drawPicture(vips, { width: 90, height: 60 }).pngsaveBuffer(),
  'image/webp': () => drawPicture(vips, { width: 90, height: 60 }).webpsaveBuffer(),
  'image/gif': () => drawPicture(vips, { width: 90, height: 60 }).gifsaveBuffer(),
  'image/tiff': () => drawPicture(vips, { width: 90, height: 60 }).tiffsaveBuffer({ compression: 'deflate' }),
  'image/avif': () => drawPicture(vips, { width: 90, height: 60 }).heifsaveBuffer({ compression: 'av1' }),
}

describe('a picture whose bytes were changed is shown as far as it can be, or not, and nothing else', () => {
  for (const [mediaType, save] of Object.entries(savers))
    it(mediaType, () => expectAnswers(save(), mediaType, 60))

  for (const path of sharedFiles('corpora/photos/exiftool/images', '.heic'))
    it('image/heic', () => expectAnswers(readFileSync(path), 'image/heic', 100))
})
