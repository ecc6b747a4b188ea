import { basename } from 'node:path'
import type { PackDifference } from '#shared/contract/packDifference'
import type { RecordSet } from '#shared/model/records'
import { shownName } from '#core/exporters/pack/entryName'
import { readPack } from '#core/exporters/pack/readPack'
import { compareRecordSets } from './compareRecordSets'
import type { ComparePackOptions } from './types'

const recordsOf = async (
  path: string,
  { onProgress, ...options }: ComparePackOptions,
): Promise<RecordSet> => {
  const pack = await readPack(path, {
    ...options,
    onProgress: ({ done, total }) => onProgress?.({ step: 'verify', done, total }),
  })
  await pack.close()
  return pack.records
}

const sideOf = (path: string) => ({ name: shownName(basename(path)) })

/** Two packs, each verified first: what is not as it was written is refused, as by an import. */
export const comparePacks = async (
  before: string,
  after: string,
  options: ComparePackOptions = {},
): Promise<PackDifference> => {
  const [old, now] = [await recordsOf(before, options), await recordsOf(after, options)]
  return {
    before: sideOf(before),
    after: sideOf(after),
    ...(await compareRecordSets(old, now, options)),
  }
}

/** What became since a pack of the records that it holds; `current` gives them as they are now. */
export const compareWithNow = async (
  path: string,
  current: (ids: readonly string[]) => Promise<RecordSet>,
  options: ComparePackOptions = {},
): Promise<PackDifference> => {
  const old = await recordsOf(path, options)
  const items = [...old.articles, ...old.photos, ...old.references].map(({ id }) => id)
  return { before: sideOf(path), ...(await compareRecordSets(old, await current(items), options)) }
}
