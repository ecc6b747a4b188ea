import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { carryOnly } from '../pack/carryOnly'
import { createWritePack } from '../pack/createWritePack'
import { plainBibliography, sampleOptions, samplePack } from '../pack/fixtures/samplePack'
import { sampleZip } from '../pack/fixtures/sampleZip'
import { packDisk } from '../pack/packDisk'
import { verifyPack } from '../pack/verifyPack'
import { createTermScan } from './createTermScan'
import { decodings } from './decodings'
import { plants, type Plant } from './fixtures/plants'
import { findLeaks, refuseLeaks, type Leak } from './leakScan'
import type { ProtectedTerm } from './protectedTerm'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const scanOf = (...names: readonly string[]) =>
  createTermScan(names.map((text) => ({ kind: 'name' as const, text })))

/** No originals: the largest of them is a megabyte of one sentence. */
const { contents } = carryOnly(samplePack, 'light')

const plantIn = async (place: string, { file, bytes }: Plant): Promise<void> => {
  await mkdir(dirname(join(place, file)), { recursive: true })
  await writeFile(join(place, file), bytes)
}

type Inspect = (place: string, term: ProtectedTerm) => Promise<void>

const scanned: Inspect = (place, term) => refuseLeaks(place, 'pack', [term])
/** The negative control: an export that does not look at what it wrote. */
const unscanned: Inspect = () => Promise.resolve()

/** What stops a folder in which one secret stands from becoming a pack; undefined where nothing does. */
const stoppedBy = async (inspect: Inspect, plant: Plant): Promise<unknown> => {
  const place = await createTestFolder()
  await plantIn(place, { ...plant, file: 'bagit.txt', bytes: Buffer.from('BagIt-Version: 1.0') })
  await plantIn(place, plant)
  const stopped = await inspect(place, plant.term).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect((await readFile(join(place, plant.file))).equals(plant.bytes)).toBe(true)
  return stopped
}

describe('fifty secrets in fifty places', () => {
  it('are fifty, each another, and each in a file of its own', () => {
    expect(plants).toHaveLength(50)
    expect(new Set(plants.map(({ file }) => file)).size).toBe(50)
    expect(new Set(plants.map(({ term }) => term.text)).size).toBe(50)
  })

  it.each(plants.map((plant) => [plant.file, plant] as const))(
    '%s stops the pack, which would leave with it if nobody looked',
    async (file, plant) => {
      expect(await stoppedBy(scanned, plant)).toMatchObject({
        code: 'leak-found',
        details: { file, terms: 1, files: 1 },
      })
      expect(await stoppedBy(unscanned, plant)).toBeUndefined()
    },
  )

  it('are all found when all are looked for at once, in a pack that stands on the disk', async () => {
    const place = join(await createTestFolder(), 'pack')
    await writePack(contents, { ...sampleOptions(place), profile: 'light' })
    const terms = plants.map(({ term }) => term)
    expect(await findLeaks(place, terms)).toEqual([])
    for (const plant of plants) await plantIn(place, plant)
    const filesOf = (leaks: readonly Leak[]): string[] => leaks.map(({ file }) => file).sort()
    expect(filesOf(await findLeaks(place, terms))).toEqual(plants.map(({ file }) => file).sort())
    // The negative control: a scan that looks for nothing. What still stops are pictures that say anything at all.
    expect(filesOf(await findLeaks(place, []))).toEqual([
      'data/photos/P02.jpg',
      'data/photos/P03.jpg',
      'data/photos/P04.jpg',
      'data/photos/P05.png',
    ])
  })

  it('are found in the comment of a zip, which no entry holds', async () => {
    const folder = await createTestFolder()
    const place = join(folder, 'pack.zip')
    await writePack(contents, { ...sampleOptions(place, 'zip'), profile: 'light' })
    const terms = [{ kind: 'name' as const, text: 'Ilse Marquardt' }]
    expect(await findLeaks(place, terms)).toEqual([])
    const zip = await readFile(place)
    const comment = Buffer.from('made for Ilse Marquardt')
    zip.writeUInt16LE(comment.length, zip.length - 2)
    await writeFile(place, Buffer.concat([zip, comment]))
    const leaks = await findLeaks(place, terms)
    expect(leaks).toEqual([{ file: 'the zip itself', terms: 1 }])
    expect(await readdir(folder)).toEqual(['pack.zip'])
  })

  it('are found in the extra field of an entry, and between two entries of a zip', async () => {
    const folder = await createTestFolder()
    const secret = 'Ilse Marquardt'
    const extra = Buffer.from(`\u0099\u0099${String.fromCharCode(secret.length)}\0${secret}`, 'latin1')
    const bag = { name: 'bagit.txt', bytes: 'BagIt-Version: 1.0' }
    const places = {
      'in a local header': sampleZip([{ ...bag, extra }]),
      'between entries': sampleZip([bag, { name: 'a.txt', bytes: 'a', before: secret }]),
    }
    for (const [name, bytes] of Object.entries(places)) {
      const path = join(folder, `${name}.zip`)
      await writeFile(path, bytes)
      const leaks = await findLeaks(path, [{ kind: 'name', text: 'Ilse Marquardt' }])
      expect(leaks, name).toEqual([{ file: 'the zip itself', terms: 1 }])
    }
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
