import type { PackDifference, RecordDifference } from '#shared/contract/packDifference'
import type { Citation } from '#shared/model/citation'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { createPauses } from '#core/jobs/createPauses'
import { canonicalJson } from '#core/records/digest'
import { byId } from '#core/records/byId'
import { recordsIn, type PackRecord } from '#core/records/recordSets'
import { titleOf } from '#core/records/titleOf'
import { compareVersions } from '#core/versions/compareVersions'
import type { CompareOptions } from './types'

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))

/** What is told by itself, passage by passage and citation by citation. */
const toldApart = new Set(['versions', 'citations'])

const changedKeys = (before: object, after: object): string[] => {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => !same(old.get(key), now.get(key)))
}

/** Names of fields that differ; of a photo or a reference, those of its metadata too. */
const changedFields = (before: PackRecord, after: PackRecord): string[] => {
  const names = changedKeys(before, after).filter((name) => !toldApart.has(name))
  return names.flatMap((name) => {
    if (name === 'fields' && before.kind === 'photo' && after.kind === 'photo')
      return changedKeys(before.fields, after.fields)
    if (name === 'csl' && before.kind === 'reference' && after.kind === 'reference')
      return changedKeys(before.csl, after.csl)
    return [name]
  })
}

const nothing = { fields: [], passages: [], citations: { added: [], removed: [] } }

/** Those of the first that have no partner among the others, each of which is a partner once. */
const unmatched = (
  mine: readonly Citation[],
  others: readonly Citation[],
  keyOf: (citation: Citation) => string,
): { readonly passage: string; readonly literal: string }[] => {
  const held = others.map(keyOf)
  return mine
    .filter((citation) => {
      const at = held.indexOf(keyOf(citation))
      if (at >= 0) held.splice(at, 1)
      return at < 0
    })
    .map(({ passage, literal }) => ({ passage, literal }))
}

const articleChanges = (before: ArticleRecord, after: ArticleRecord) => {
  const [old, now] = [currentVersion(before), currentVersion(after)]
  const own = before.citations.filter(({ versionId }) => versionId === old.id)
  const later = after.citations.filter(({ versionId }) => versionId === now.id)
  // Each version has citations of its own: from one to the next what is printed is compared.
  const keyOf = ({ id, literal }: Citation): string => (old.id === now.id ? id : literal)
  return {
    passages: compareVersions(old, now, before.citations).changes.filter(({ as }) => as !== 'same'),
    citations: { added: unmatched(later, own, keyOf), removed: unmatched(own, later, keyOf) },
  }
}

/** What differs between two states of one record; undefined where nothing does. */
export const compareRecords = (before: PackRecord, after: PackRecord): RecordDifference | undefined => {
  if (same(before, after)) return undefined
  const base = { as: 'changed', kind: after.kind, id: after.id, title: titleOf(after) } as const
  const fields = changedFields(before, after)
  if (before.kind !== 'article' || after.kind !== 'article') return { ...base, ...nothing, fields }
  return { ...base, fields, ...articleChanges(before, after) }
}

const alone =
  (as: 'added' | 'removed') =>
  (record: PackRecord): RecordDifference => ({
    as,
    kind: record.kind,
    id: record.id,
    title: titleOf(record),
    ...nothing,
  })

/** Items first, then what they lean on. */
const order = ['article', 'photo', 'reference', 'claim', 'note', 'source'] as const

/** What changed from one set of records to another, each record by its id. Ends with `cancelled` once the signal is aborted. */
export const compareRecordSets = async (
  before: RecordSet,
  after: RecordSet,
  { signal, onProgress }: CompareOptions = {},
): Promise<Pick<PackDifference, 'same' | 'records'>> => {
  const pause = createPauses(signal)
  const total = recordsIn(after).length
  const [old, now] = [before, after].map((set) => byId(recordsIn(set)))
  const records: RecordDifference[] = []
  let unchanged = 0
  for (const [id, record] of now ?? []) {
    await pause()
    onProgress?.({ step: 'compare', done: records.length + unchanged, total })
    const earlier = old?.get(id)
    const difference = earlier ? compareRecords(earlier, record) : alone('added')(record)
    if (difference) records.push(difference)
    else unchanged += 1
  }
  const gone = [...(old?.values() ?? [])].filter(({ id }) => !now?.has(id))
  records.push(...gone.map(alone('removed')))
  const place = ({ kind }: RecordDifference): number => order.indexOf(kind)
  records.sort((a, b) => place(a) - place(b))
  return { same: unchanged, records }
}
