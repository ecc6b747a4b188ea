import { describe, expect, it } from 'vitest'
import { sha256Of } from '#core/records/digest'
import type { PreflightReport, PreflightWaiver } from '#shared/contract/preflight'
import type { RecordSet } from '#shared/model/records'
import type { CslDate, CslItem } from '#shared/model/reference'
import { packProfileNames, type PackProfileName } from '#shared/packProfiles'
import { checklists, preflightRuleNames, type PreflightRule } from '#shared/preflightRules'
import { articleText } from '#core/records/articleText'
import { sampleId, samplePack } from '../pack/fixtures/samplePack'
import { runPreflight } from './runPreflight'

const { records } = samplePack
const date = '2026-11-22T10:00:00.000Z'

const look = (
  set: RecordSet,
  profile: PackProfileName = 'full',
  waivers: readonly PreflightWaiver[] = [],
): Promise<PreflightReport> => runPreflight(set, { profile, waivers, date })

const found = async (set: RecordSet, rule: PreflightRule, profile?: PackProfileName) =>
  (await look(set, profile)).results.find((result) => result.rule === rule)

const [claim] = records.claims
const [harbour] = records.articles
if (!claim || !harbour) throw new Error('the sample has a claim and an article')

const photo = {
  kind: 'photo',
  id: sampleId(50),
  fields: { description: 'The crane', creditLine: 'A. Name', copyrightNotice: 'A. Name 2019' },
  origins: {},
  orientation: 1,
} as const

describe('a rule', () => {
  it.each([
    ['photo-without-caption', { fields: { creditLine: 'A. Name', copyrightNotice: 'x' } }],
    ['photo-without-credit', { fields: { description: 'The crane', copyrightNotice: 'x' } }],
    ['photo-without-copyright', { fields: { description: 'The crane', creditLine: 'A. Name' } }],
    ['position-present', { position: { latitude: 1, longitude: 2 } }],
  ] as const)('%s finds the photo that lacks it, or has it, and no other', async (rule, difference) => {
    expect(await found({ ...records, photos: [photo] }, rule)).toMatchObject({ state: 'passed', total: 0 })
    const wrong = { ...photo, id: sampleId(51), ...difference }
    const result = await found({ ...records, photos: [photo, wrong] }, rule)
    expect(result).toMatchObject({
      state: 'found',
      total: 1,
      findings: [{ place: { id: wrong.id, kind: 'photo' } }],
    })
  })

  it('finds the passages that rest on nothing, each at its place', async () => {
    const result = await found(records, 'unsourced-passage')
    expect(result?.findings.map(({ place }) => [place.id, place.passage])).toEqual([
      [sampleId(1), '1'],
      [sampleId(2), '1'],
    ])
    expect(result?.sentence).toBe('2 passages rest on no source line and no citation.')
  })

  it('counts the sources of a claim: of its passage, of its evidence, and of nothing', async () => {
    // Passage 4 cites the register; passage 1 of the other article cites nobody, and so stands for itself.
    expect(await found(records, 'single-origin-claim')).toMatchObject({ total: 0 })
    const one = { ...records, claims: [{ ...claim, evidence: [] }] }
    expect(await found(one, 'single-origin-claim')).toMatchObject({ total: 1 })
    expect(await found(one, 'unsourced-claim')).toMatchObject({ total: 0 })
    const { target: _target, ...alone } = claim
    const none = { ...records, claims: [{ ...alone, evidence: [] }] }
    expect(await found(none, 'unsourced-claim')).toMatchObject({
      total: 1,
      findings: [{ place: { id: claim.id, kind: 'claim' } }],
    })
  })

  it('counts two records of one name, and a source that only passes on another, as one', async () => {
    const [first, second] = records.sources
    if (!first || !second) throw new TypeError('the sample has two sources')
    const bySource = (id: string, sourceId: string) => ({
      id,
      relation: 'supports' as const,
      sourceId,
      addedAt: date,
    })
    const evidence = [bySource(sampleId(61), first.id), bySource(sampleId(62), second.id)]
    const { target: _target, ...alone } = claim
    const set = { ...records, claims: [{ ...alone, evidence }] }
    expect(await found(set, 'single-origin-claim')).toMatchObject({ total: 0 })
    const alike = { ...set, sources: [first, { ...second, aliases: [first.name] }] }
    expect(await found(alike, 'single-origin-claim')).toMatchObject({ total: 1 })
  })

  it('finds claims that nobody checked, and those that are contradicted', async () => {
    const set = { ...records, claims: [{ ...claim, checks: [], status: 'contradicted' as const }] }
    expect(await found(set, 'claim-without-check')).toMatchObject({ total: 1 })
    expect(await found(set, 'claim-contradicted')).toMatchObject({ total: 1 })
    expect(await found(records, 'claim-without-check')).toMatchObject({ total: 0 })
  })

  it('finds open notes at what they are about, and no closed ones', async () => {
    expect(await found(records, 'open-note')).toMatchObject({
      findings: [{ place: { id: sampleId(1), passage: '1' }, detail: 'Ask for the second survey.' }],
    })
    const closed = { ...records, notes: records.notes.map((note) => ({ ...note, open: false })) }
    expect(await found(closed, 'open-note')).toMatchObject({ state: 'passed' })
  })

  it('finds a confidential source by any of its names, in whatever form, and says where', async () => {
    const confidential = {
      ...records,
      sources: [{ ...records.sources[0], aliases: ['SURVEY  second'], confidential: true }],
    } as RecordSet
    const result = await found(confidential, 'confidential-source-named')
    const places = result?.findings.map(({ place }) => [place.kind, place.id, place.passage])
    expect(places).toContainEqual(['source', sampleId(20), undefined])
    expect(places).toContainEqual(['article', sampleId(1), '2'])
    expect(await found(records, 'confidential-source-named')).toMatchObject({ state: 'passed' })
  })

  it('finds cited pages that were looked at long ago, or do not say when', async () => {
    const reference = (accessed: CslDate | undefined): RecordSet => ({
      ...records,
      references: records.references.map((one) => ({
        ...one,
        csl: { ...one.csl, URL: 'https://example.org/', ...(accessed ? { accessed } : {}) } as CslItem,
      })),
    })
    const stale = (parts: number[]) => found(reference({ 'date-parts': [parts] }), 'access-date-stale')
    expect(await stale([2026, 11, 1])).toMatchObject({ total: 0 })
    expect(await stale([2026, 8, 23])).toMatchObject({ total: 1 })
    expect(await stale([2026])).toMatchObject({ total: 0 })
    expect(await stale([2025])).toMatchObject({ total: 1 })
    expect(await found(reference(undefined), 'access-date-missing')).toMatchObject({ total: 1 })
    expect(await found(records, 'access-date-missing')).toMatchObject({ total: 0 })
  })

  it('finds slots without a picture', async () => {
    expect(await found(records, 'slot-unfilled')).toMatchObject({ total: 2 })
  })
})

describe('a quotation', () => {
  const current = harbour.versions[1]
  const older = harbour.versions[0]
  if (!current || !older) throw new Error('the harbour has two versions')
  const quote = (exact: string, version: typeof current) => {
    const text = Array.from(articleText(version))
    const start = Array.from(text.join('').slice(0, Math.max(text.join('').indexOf(exact), 0))).length
    const selector = {
      exact,
      prefix: '',
      suffix: '',
      start,
      end: start + Array.from(exact).length,
      textSha256: sha256Of(Buffer.from(text.join(''))),
    }
    const target = { articleId: harbour.id, versionId: version.id, passage: '1', selector }
    return found({ ...records, claims: [{ ...claim, evidence: [], target }] }, 'quotation-drift')
  }

  it('that stands where it says passes, past characters of two code units as well', async () => {
    expect(await quote('Then it stood again.', current)).toMatchObject({ total: 0 })
  })

  it('of an older version is adrift once the words are gone, and so is one that never stood there', async () => {
    expect(await quote('An older first line.', older)).toMatchObject({
      total: 1,
      findings: [{ detail: 'An older first line.' }],
    })
    expect(await quote('Nobody ever wrote this.', current)).toMatchObject({ total: 1 })
  })

  it('that has other words than its passage is told, with and without marks, and no other', async () => {
    const changed = (text: string, claimType: 'quote' | 'fact' = 'quote') => {
      const target = { articleId: harbour.id, versionId: current.id, passage: '1' }
      const claims = [{ ...claim, claimType, text, evidence: [], target }]
      return found({ ...records, claims }, 'quotation-changed')
    }
    const [first] = current.passages.filter(({ label }) => label === '1')
    const said = first?.text ?? ''
    const other = said.replace(/ \S+ /, ' surprisingly ')
    expect(await changed(said)).toMatchObject({ total: 0 })
    expect(await changed(other)).toMatchObject({ total: 1, findings: [{ detail: other }] })
    expect(await changed(`The register says: “${other}”`)).toMatchObject({ total: 1 })
    expect(await changed(other, 'fact')).toMatchObject({ total: 0 })
    expect(await changed('Something that is said nowhere near.')).toMatchObject({ total: 0 })
  })
})

describe('the checklist of a desk', () => {
  it.each(packProfileNames)('%s asks what its table says, and nothing else', async (profile) => {
    const { results } = await look(records, profile)
    const expected: object = checklists[profile]
    expect(results.map(({ rule }) => rule)).toEqual(preflightRuleNames.filter((rule) => rule in expected))
  })

  it('stops at an error, until it is waived with a name and a reason', async () => {
    const { target: _target, ...alone } = claim
    const set = { ...records, claims: [{ ...alone, evidence: [] }] }
    expect((await look(set, 'fact-check')).state).toBe('stopped')
    const waiver = { rule: 'unsourced-claim', reason: 'the desk knows', by: 'A. Editor' } as const
    const waived = await look(set, 'fact-check', [waiver])
    expect(waived.state).toBe('found')
    expect(waived.results.find(({ rule }) => rule === 'unsourced-claim')).toMatchObject({
      state: 'waived',
      waiver,
    })
  })
})
