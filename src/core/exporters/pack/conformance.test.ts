import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { findBundledPack } from '#core/process/findBundledPack'
import { CuttingsError } from '#shared/errors'
import { readPack } from './readPack'
import { verifyPack } from './verifyPack'

const bagsOf = (bags: string, verdict: string): string[] =>
  readdirSync(bags)
    .map((version) => join(version, verdict))
    .filter((folder) => existsSync(join(bags, folder)))
    .flatMap((folder) => readdirSync(join(bags, folder)).map((name) => join(folder, name)))

/** Where this program is stricter than BagIt, on purpose. */
const refusedOnPurpose: Readonly<Record<string, string>> = {
  'holey-bag': 'it has a fetch.txt, and nothing is ever fetched',
}

/** Bags that BagIt calls doubtful: what this program says of each. */
const doubtful: Readonly<Record<string, readonly string[]>> = {
  'v0.97/warning/made-with-md5sum-tools': [],
  'v0.97/warning/relative-path': [],
  'v0.97/warning/duplicate-file-with-different-case': ['missing'],
  'v0.97/warning/same-filename-listed-twice-with-different-normalization': ['missing'],
  'v0.97/warning/same-filename-listed-twice-with-the-same-hash': ['unverifiable'],
}

it('accepts the pack that ships with the program', async () => {
  const bundled = await findBundledPack(resolve(import.meta.dirname, '../../../../archive'))
  expect(await verifyPack(bundled ?? 'none')).toMatchObject({
    problems: 0,
    unchanged: 'yes',
    complete: 'yes',
  })
})

const bags = sharedFolder('corpora/bags')
if (bags !== undefined)
  describe('the BagIt conformance suite', () => {
    const problemsOf = async (name: string): Promise<number> => (await verifyPack(join(bags, name))).problems
    for (const name of bagsOf(bags, 'valid')) {
      const reason = Object.entries(refusedOnPurpose).find(([part]) => name.endsWith(part))?.[1]
      if (reason === undefined)
        it(`accepts ${name}`, async () => {
          expect(await verifyPack(join(bags, name))).toMatchObject({
            problems: 0,
            unchanged: 'yes',
            complete: 'yes',
          })
        })
      else
        it(`refuses ${name} on purpose: ${reason}`, async () => {
          expect(await problemsOf(name)).toBeGreaterThan(0)
        })
    }
    for (const name of [
      ...bagsOf(bags, 'invalid'),
      ...bagsOf(bags, 'linux-only'),
      ...bagsOf(bags, 'windows-only'),
    ])
      it(`refuses ${name}`, async () => {
        expect(await problemsOf(name)).toBeGreaterThan(0)
      })
    for (const [name, codes] of Object.entries(doubtful))
      it(`${codes.length === 0 ? 'accepts' : 'refuses'} the doubtful ${name}`, async () => {
        const found = new Set<string | undefined>()
        await verifyPack(join(bags, name), { onFile: (file) => found.add(file.code) })
        expect([...found]).toEqual(codes)
      })
  })

const hostileZips = sharedFolder('corpora/zips/failure')
if (hostileZips !== undefined)
  describe('zips that are broken or hostile', () => {
    for (const name of readdirSync(hostileZips))
      it(`are refused with a code: ${name}`, async () => {
        const verification = await verifyPack(join(hostileZips, name))
        expect(verification).toMatchObject({ unchanged: 'cannot-tell', complete: 'cannot-tell' })
        expect(verification.problems).toBeGreaterThan(0)
        const refusal: unknown = await readPack(join(hostileZips, name)).then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(refusal).toBeInstanceOf(CuttingsError)
        expect((refusal as CuttingsError).code).toMatch(/^pack-/)
      })
  })
