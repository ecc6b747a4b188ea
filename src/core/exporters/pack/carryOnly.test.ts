import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { packProfileNames, packProfiles } from '#shared/packProfiles'
import { carryOnly } from './carryOnly'
import { countPack } from './countPack'
import { createWritePack } from './createWritePack'
import { arbitraryPack } from './fixtures/arbitraryPack'
import { filesUnder } from './fixtures/filesUnder'
import { plainBibliography, sampleOptions, samplePack } from './fixtures/samplePack'
import { leftOutLine, leftOutSentence, leftOutWords, readLeftOut } from './leftOutWords'
import { packDisk } from './packDisk'
import { readPack } from './readPack'
import { sortedRecords } from './sortedRecords'
import type { PackContents } from './types'
import { verifyPack } from './verifyPack'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const write = async (place: string, whole: PackContents, profile: (typeof packProfileNames)[number]) => {
  const { contents, leftOut } = carryOnly(whole, profile)
  await writePack(contents, { ...sampleOptions(place), profile, leftOut })
  return { contents, leftOut }
}

describe('a profile', () => {
  it('that is full carries each record as it is, and leaves nothing out', () => {
    const { contents, leftOut } = carryOnly(samplePack, 'full')
    expect(contents.records).toEqual(samplePack.records)
    expect(contents.events).toEqual(samplePack.events)
    expect(leftOut).toEqual({})
  })

  it.each(packProfileNames.filter((name) => name !== 'full'))(
    '%s verifies, states what it left out, and counts what it has',
    async (profile) => {
      const place = join(await createTestFolder(), 'pack')
      const { contents, leftOut } = await write(place, samplePack, profile)
      const verification = await verifyPack(place)
      expect(verification).toMatchObject({ unchanged: 'yes', complete: 'yes', problems: 0 })
      expect(verification.custody).toBe(
        packProfiles[profile].carries.custody ? verification.custody : 'cannot-tell',
      )
      const bytes = new Map(contents.records.originals.map((original) => [original.sha256, original.bytes]))
      expect(verification.counts).toEqual(countPack(contents.records, (sha256) => bytes.get(sha256) ?? 0))
      const files = await filesUnder(place)
      const info = files.get('bag-info.txt')?.toString() ?? ''
      expect(info).toContain(`X-Pack-Profile: ${profile}\n`)
      if (leftOutLine(leftOut) !== '') expect(info).toContain(`X-Pack-Left-Out: ${leftOutLine(leftOut)}\n`)
      const front = files.get('data/index.html')?.toString() ?? ''
      expect(front).toContain(leftOutWords(leftOut))
      const pack = await readPack(place)
      expect(pack).toMatchObject({ profile, leftOut })
      await pack.close()
    },
  )

  it('that is light has no file, note, check or history, and says how many it lacks', () => {
    const { contents, leftOut } = carryOnly(samplePack, 'light')
    expect(contents.records).toMatchObject({ originals: [], notes: [] })
    expect(contents.records.claims[0]).toMatchObject({ checks: [] })
    expect(JSON.stringify(contents.records)).not.toContain('obtained')
    expect(leftOut).toEqual({
      originals: 3,
      checks: 2,
      notes: 1,
      filing: 2,
      custody: samplePack.events.length / 2,
    })
    expect(leftOutSentence({ profile: 'light', leftOut })).toContain('3 original files')
  })

  it('of any contents verifies, and reads back what it carries', { timeout: 120_000 }, async () => {
    const folder = await createTestFolder()
    let round = 0
    const property = fc.asyncProperty(
      arbitraryPack,
      fc.constantFrom(...packProfileNames),
      async (whole, profile) => {
        const place = join(folder, String((round += 1)))
        const { contents, leftOut } = await write(place, whole, profile)
        const pack = await readPack(place)
        expect(pack.records).toEqual(sortedRecords(contents.records))
        expect(pack.leftOut).toEqual(leftOut)
        await pack.close()
      },
    )
    await fc.assert(property, { numRuns: 12 })
  })
})

it('what a pack says of parts that are not known here is passed over', () => {
  expect(readLeftOut('originals 3; videos 2; notes none; checks 1')).toEqual({ originals: 3, checks: 1 })
  expect(readLeftOut(undefined)).toEqual({})
})
