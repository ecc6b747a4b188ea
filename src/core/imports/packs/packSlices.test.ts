import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Event } from '#shared/model/event'
import type { RecordSet } from '#shared/model/records'
import { arbitraryPack } from '../../exporters/pack/fixtures/arbitraryPack'
import { originalsOf } from '../../records/originalsOf'
import { recordsIn } from '../../records/recordSets'
import { packSlices, type PackSlice } from './packSlices'

/** What a slice names and neither it nor one before it holds. */
const missing = (slices: readonly PackSlice[]): string[] => {
  const held = new Set<string>()
  return slices.flatMap(({ records }) => {
    for (const { id } of recordsIn(records)) held.add(id)
    for (const { sha256 } of records.originals) held.add(sha256)
    const named = recordsIn(records).flatMap((record) => [
      ...originalsOf(record),
      ...(record.kind === 'article'
        ? record.citations.flatMap(({ sourceId, referenceId }) => [sourceId ?? [], referenceId ?? []].flat())
        : []),
    ])
    return named.filter((one) => !held.has(one))
  })
}

const sorted = (all: readonly string[]): string[] => [...all].sort()
const idsOf = (records: RecordSet): string[] => sorted(recordsIn(records).map(({ id }) => id))
const keyOf = (event: Event): string => `${event.itemId} ${event.sequence}`

it('hold all of a pack once, and nothing before what it leans on', () => {
  fc.assert(
    fc.property(arbitraryPack, fc.integer({ min: 1, max: 4 }), ({ records, events }, items) => {
      const slices = [...packSlices(records, events, items)]
      expect(sorted(slices.flatMap((slice) => idsOf(slice.records)))).toEqual(idsOf(records))
      expect(sorted(slices.flatMap(({ chains }) => chains.map(keyOf)))).toEqual(sorted(events.map(keyOf)))
      const needed = new Set(recordsIn(records).flatMap((record) => originalsOf(record)))
      const there = records.originals.filter(({ sha256 }) => needed.has(sha256))
      expect(sorted(slices.flatMap((slice) => slice.records.originals.map(({ sha256 }) => sha256)))).toEqual(
        sorted(there.map(({ sha256 }) => sha256)),
      )
      expect(missing(slices)).toEqual([])
    }),
  )
})

it('is noticed by this test where they come in another order', () => {
  fc.assert(
    fc.property(
      arbitraryPack.filter(({ records }) =>
        records.articles.some(({ citations }) => citations.some(({ sourceId }) => sourceId !== undefined)),
      ),
      ({ records, events }) => {
        const slices = [...packSlices(records, events, 1)]
        fc.pre(slices.length > 1)
        const whole = slices.map(({ records: { sources: _sources, ...rest }, chains }) => ({
          records: { ...rest, sources: [] },
          chains,
        }))
        expect(missing(whole)).not.toEqual([])
      },
    ),
    { numRuns: 5 },
  )
})
