import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recognise } from '../findFormat'
import { importers } from '../registry'
import { jpegFile } from './fixtures/jpegFile'
import { gifFile, heifFile, pngFile, webpFile } from './fixtures/otherFiles'
import { photoIn } from './fixtures/photoIn'
import { tiffFile } from './fixtures/tiffFile'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name))

describe('pictures in text', () => {
  for (const name of ['drawing.svg', 'lone.xmp'])
    it(`are read as their expected record says (${name})`, async () => {
      const expected: unknown = JSON.parse(fixture(name.replace(/\.\w+$/, '.json')).toString())
      expect(await photoIn(fixture(name), name)).toEqual(expected)
    })

  it('have the size of their view box where they state none in absolute units', async () => {
    const drawing = (attributes: string): Promise<unknown> =>
      photoIn(Buffer.from(`<svg ${attributes}><title>Quay</title></svg>`), 'a.svg')
    expect(await drawing('width="100%" height="100%" viewBox="0 0 20.4 10"')).toMatchObject({
      width: 20,
      height: 10,
    })
    expect(await drawing('width="64" height="48px"')).toMatchObject({ width: 64, height: 48 })
    expect(await drawing('width="64"')).not.toHaveProperty('width')
  })
})

const readerOf = (bytes: Uint8Array, name: string): string | undefined =>
  recognise(importers, bytes, name)?.id

describe('pictures are known by their content', () => {
  const heif = { width: 1, height: 1, exif: Buffer.alloc(20), xmp: '', rotation: 0 }
  const tiff = tiffFile({ 0x100: { short: [1] } })
  const maker = (make: string): Buffer => tiffFile({ 0x10f: { text: make } })

  it('whatever they are called', () => {
    expect(readerOf(jpegFile({}), 'a.png')).toBe('jpeg')
    expect(readerOf(pngFile(1, 1), 'a.txt')).toBe('png')
    expect(readerOf(gifFile(1, 1, ''), 'a')).toBe('gif')
    expect(readerOf(webpFile(1, 1, {}), 'a.jpg')).toBe('webp')
    expect(readerOf(tiff, 'a.jpg')).toBe('tiff')
    expect(readerOf(heifFile({ ...heif, brand: 'heic' }), 'a.jpg')).toBe('heic')
    expect(readerOf(heifFile({ ...heif, brand: 'mif1' }), 'a.jpg')).toBe('heic')
    expect(readerOf(heifFile({ ...heif, brand: 'avif' }), 'a.jpg')).toBe('avif')
    expect(readerOf(fixture('drawing.svg'), 'a.xml')).toBe('svg')
    expect(readerOf(fixture('lone.xmp'), 'a.xml')).toBe('xmp')
  })

  it('and raw ones by a name and a maker, where their content is that of a TIFF', () => {
    expect(readerOf(maker('NIKON CORPORATION'), 'a.nef')).toBe('nef')
    expect(readerOf(maker('NIKON CORPORATION'), 'a.tif')).toBe('tiff')
    expect(readerOf(maker('Example'), 'a.nef')).toBe('tiff')
    expect(readerOf(maker('SONY'), 'a.ARW')).toBe('arw')
    expect(readerOf(tiffFile({ 0xc612: { bytes: Buffer.from([1, 4, 0, 0]) } }), 'a.dng')).toBe('dng')
  })

  it('and what only looks like one is left to others', () => {
    expect(readerOf(Buffer.from('<html><body><svg/></body></html>'), 'a.svg')).not.toBe('svg')
    expect(readerOf(Buffer.from('An article that mentions <svg> and <x:xmpmeta>.'), 'a.txt')).toBe('text')
    expect(readerOf(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), 'a.heic')).not.toBe('heic')
    expect(readerOf(Buffer.from('<?xml version="1.0"?><rdf:RDF/>'), 'a.rdf')).not.toBe('xmp')
    expect(readerOf(Buffer.from('GIF is a format of pictures.'), 'a.txt')).toBe('text')
  })
})
