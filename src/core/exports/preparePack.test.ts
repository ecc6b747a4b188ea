import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import { filesUnder } from '#core/exporters/pack/fixtures/filesUnder'
import { plainBibliography, sampleOptions } from '#core/exporters/pack/fixtures/samplePack'
import { tellingWords as words, wholePack as whole } from '#core/exporters/pack/fixtures/wholePack'
import { packDisk } from '#core/exporters/pack/packDisk'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { packProfileNames, packProfiles, type PackPart, type PackProfileName } from '#shared/packProfiles'
import { preflightRuleNames } from '#shared/preflightRules'
import { preparePack } from './preparePack'

const confidential = 'Register'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const waivers = preflightRuleNames.map((rule) => ({
  rule,
  by: 'D. Editor',
  reason: 'agreed',
}))

/** Every file of a pack of that profile, with its path, as text. */
const textsOf = async (profile: PackProfileName, isPrepared = true): Promise<ReadonlyMap<string, string>> => {
  const place = join(await createTestFolder(), 'pack')
  const options = { profile, waivers, date: '2026-11-22T10:00:00.000Z', destination: place }
  const prepared = isPrepared ? await preparePack(whole, options) : { contents: whole }
  const { inspect: _inspect, ...rest } = { inspect: undefined, ...prepared }
  await writePack(prepared.contents, { ...sampleOptions(place), ...rest, profile })
  return new Map([...(await filesUnder(place))].map(([path, bytes]) => [path, bytes.toString('utf8')]))
}

const filesWith = (texts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...texts].filter(([, text]) => pattern.test(text)).map(([path]) => path)

/** What must stand in no file of a profile that does not carry the part. */
const traces: Readonly<Partial<Record<PackPart, RegExp>>> = {
  houseNotes: new RegExp(`${words.owner}|${words.houseNote}`),
  notes: new RegExp(words.note),
  filing: new RegExp(`${words.tag}|${words.collection}`),
  checks: new RegExp(`${words.obtained}|${words.checker}`),
  positions: /48\.858|2\.294|GPSLatitude/,
  confidentialFlags: new RegExp(`"confidential":|"title": "${confidential}"|><bdi>${confidential}</bdi></a>`),
}

const tracesOf = (texts: ReadonlyMap<string, string>, profile: PackProfileName): string[] =>
  Object.entries(traces).flatMap(([part, pattern]) =>
    packProfiles[profile].carries[part as PackPart]
      ? []
      : filesWith(texts, pattern).map((path) => `${part}: ${path}`),
  )

describe('a pack of a profile', () => {
  it.each(packProfileNames)(
    '%s tells nothing, in none of its files, that it does not carry',
    async (profile) => {
      const texts = await textsOf(profile)
      expect([...texts.keys()].some((path) => path.endsWith('article.ninjs.json'))).toBe(true)
      expect(tracesOf(texts, profile)).toEqual([])
    },
  )

  it('would be caught if it told: everything, written as it is under the name of another profile', async () => {
    const found = tracesOf(await textsOf('light', false), 'light')
    expect(new Set(found.map((line) => line.split(':')[0]))).toEqual(new Set(Object.keys(traces)))
    expect(found).toEqual(
      expect.arrayContaining(['houseNotes: data/sources/sources.csv', 'notes: data/claims/notes.json']),
    )
  })

  it('has what it carries', async () => {
    const texts = await textsOf('full')
    for (const word of Object.values(words)) expect(filesWith(texts, new RegExp(word)), word).not.toEqual([])
  })

  it('says how often something was found that it does not carry, who waived it, and not where', async () => {
    const report = JSON.parse((await textsOf('photo')).get('data/checks/preflight.json') ?? '') as {
      results: { rule: string; total: number; findings: unknown[]; state: string; waiver?: unknown }[]
    }
    const named = report.results.find(({ rule }) => rule === 'confidential-source-named')
    expect(named).toMatchObject({ findings: [], state: 'waived', waiver: { by: 'D. Editor' } })
    expect(named?.total).toBeGreaterThan(0)
    const full = JSON.parse((await textsOf('full')).get('data/checks/preflight.json') ?? '') as typeof report
    expect(full.results.find(({ rule }) => rule === 'open-note')?.findings).toHaveLength(1)
  })
})
