import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/records/digest'
import { arbitraryPack } from './fixtures/arbitraryPack'
import { packEvents } from './custodyLines'
import { createWritePack } from './createWritePack'
import { packDisk } from './packDisk'
import { verifyPack } from './verifyPack'
import { readPack } from './readPack'
import { plainBibliography, sampleOptions } from './fixtures/samplePack'
import { sortedRecords } from './sortedRecords'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { filesUnder } from './fixtures/filesUnder'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

describe('a pack', () => {
  it(
    'gives back whatever was written, and written again has the same bytes',
    { timeout: 120_000 },
    async () => {
      const folder = await createTestFolder()
      let round = 0
      const written = fc.asyncProperty(
        arbitraryPack,
        fc.constantFrom('folder', 'zip'),
        async (contents, form) => {
          const name = join(folder, String((round += 1)))
          await writePack(contents, sampleOptions(name, form))
          const pack = await readPack(name)
          expect(pack.records).toEqual(sortedRecords(contents.records))
          expect(canonicalJson(pack.events)).toBe(
            canonicalJson(packEvents(contents.events, contents.records)),
          )
          await writePack(pack, sampleOptions(`${name}-again`, form))
          await pack.close()
        },
      )
      await fc.assert(written, { numRuns: 12 })
      const files = await filesUnder(folder)
      for (const [path, bytes] of files) {
        const again = files.get(path.replace(/^(\d+)/, '$1-again'))
        if (!/^\d+-again/.test(path)) expect(again?.equals(bytes), path).toBe(true)
      }
    },
  )
})
