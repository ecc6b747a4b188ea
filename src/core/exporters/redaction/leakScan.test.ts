import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { createWritePack } from '../pack/createWritePack'
import { plainBibliography, sampleOptions, samplePack } from '../pack/fixtures/samplePack'
import { packDisk } from '../pack/packDisk'
import { verifyPack } from '../pack/verifyPack'
import { createTermScan } from './createTermScan'
import { decodings } from './decodings'
import { plants } from './fixtures/plants'
import { findLeaks, leaksIn } from './leakScan'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const scanOf = (...names: readonly string[]) =>
  createTermScan(names.map((text) => ({ kind: 'name' as const, text })))

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** How many of the planted files a search of terms finds something in. */
const foundBy = async (terms: Parameters<typeof createTermScan>[0]): Promise<readonly string[]> => {
  const scan = createTermScan(terms)
  const found: string[] = []
  for (const { file, bytes } of plants) if (await leaksIn(file, () => once(bytes), scan)) found.push(file)
  return found
}

describe('fifty secrets in fifty places', () => {
  it('are fifty, each another, and each in a file of its own', () => {
    expect(plants).toHaveLength(50)
    expect(new Set(plants.map(({ file }) => file)).size).toBe(50)
    expect(new Set(plants.map(({ term }) => term.text)).size).toBe(50)
  })

  it.each(plants.map((plant) => [plant.file, plant] as const))('%s', async (file, { term, bytes }) => {
    expect(await leaksIn(file, () => once(bytes), createTermScan([term]))).toEqual({ file, terms: 1 })
  })

  it('are all found when all are looked for at once, in a pack that stands on the disk', async () => {
    const folder = await createTestFolder()
    const place = join(folder, 'pack')
    await writePack(samplePack, sampleOptions(place))
    const terms = plants.map(({ term }) => term)
    expect(await findLeaks(place, terms)).toEqual([])
    for (const { file, bytes } of plants) {
      await mkdir(dirname(join(place, file)), { recursive: true })
      await writeFile(join(place, file), bytes)
    }
    const leaks = await findLeaks(place, terms)
    expect(leaks.map(({ file }) => file).sort()).toEqual(plants.map(({ file }) => file).sort())
  })

  it('would not be found by a scan that looks for nothing: the test would notice', async () => {
    expect(await foundBy(plants.map(({ term }) => term))).toHaveLength(50)
    expect(await foundBy([])).not.toHaveLength(50)
  })

  it('are found in the comment of a zip, which no entry holds', async () => {
    const folder = await createTestFolder()
    const place = join(folder, 'pack.zip')
    await writePack(samplePack, sampleOptions(place, 'zip'))
    const zip = await readFile(place)
    const comment = Buffer.from('made for Ilse Marquardt')
    zip.writeUInt16LE(comment.length, zip.length - 2)
    await writeFile(place, Buffer.concat([zip, comment]))
    const leaks = await findLeaks(place, [{ kind: 'name', text: 'Ilse Marquardt' }])
    expect(leaks).toEqual([{ file: 'the zip itself', terms: 1 }])
    expect(await readdir(folder)).toEqual(['pack.zip'])
  })
})

type Write = (text: string) => string

describe('a name', () => {
  const letters = fc.constantFrom(...'abdefgiklmnoprstuzéüñçåöß')
  const word = fc.string({ unit: letters, minLength: 4, maxLength: 9 })
  const forms = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD')
  const wide = (text: string): string =>
    text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))
  const written = fc.constantFrom<Write[]>(
    (text) => text,
    (text) => text.toUpperCase(),
    wide,
    (text) => text.replaceAll(' ', ''),
    (text) => Array.from(text).join('\u200b'),
    (text) => Array.from(text).join('-'),
    (text) => encodeURIComponent(text),
    (text) => Array.from(text, (one) => `&#${one.codePointAt(0)};`).join(''),
    (text) => Array.from(text, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join(''),
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('hex'),
  )

  it('is found in whatever Unicode form, case, width and escape it stands', () => {
    const property = fc.property(
      word,
      word,
      forms,
      written,
      fc.lorem(),
      (first, last, form, write, around) => {
        const name = `${first} ${last}`
        const text = `${around} ${write(name.normalize(form))} ${around}`
        expect(decodings(text).map(scanOf(name)).includes(1)).toBe(true)
      },
    )
    fc.assert(property, { numRuns: 300 })
  })

  it('is found in the letters of another script, and in letters that only look the same', () => {
    expect(scanOf('Ivan Petrov')('сказал Иван Петров вчера')).toBe(1)
    expect(scanOf('Иван Петров')('said Ivan Petrov yesterday')).toBe(1)
    expect(scanOf('Monica Pace')('said M\u043enic\u0430 Pac\u0435 then')).toBe(1)
  })

  it('that is short is found as a word, and not inside other words', () => {
    expect(scanOf('Al Bo')('total board')).toBe(0)
    expect(scanOf('Abu')('abundance of Abuja')).toBe(0)
    expect(scanOf('Abu')('said Abu.')).toBe(1)
  })

  it('is not found where it is not', () => {
    const property = fc.property(fc.lorem({ maxCount: 30 }), (text) => {
      expect(decodings(text).map(scanOf('Zwetkow Quist')).includes(1)).toBe(false)
    })
    fc.assert(property, { numRuns: 100 })
  })
})
