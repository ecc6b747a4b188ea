import { CuttingsError } from '#shared/errors'
import type { RecordSet } from '#shared/model/records'
import { leftOutSentence } from '../../exporters/pack/leftOutWords'
import { readPack } from '../../exporters/pack/readPack'
import type { OpenedPack, OpenPackOptions } from '../../exporters/pack/types'
import { titleOf } from '../../records/titleOf'
import { comparePack, isUpdating, type ComparedPack, type ComparedRecord } from './comparePack'
import { conflictsOf, heldDigests } from './conflictsOf'
import { countsOfRecords } from '../countsOf'
import type { Bench } from '../bench'
import { refusalOf, refuse, type Judgement } from '../judgement'
import { refuseTooMuch } from './packSpace'
import { behindCount, filedCount, fullerCount, joinedCount } from './standingWords'
import type { FoundPack, JudgedEntry } from '../types'

/** Ends a reading whatever becomes of it. */
export const withPack = async <T>(
  path: string,
  options: Pick<OpenPackOptions, 'signal' | 'unlock'>,
  use: (pack: Awaited<ReturnType<typeof readPack>>) => T | Promise<T>,
): Promise<T> => {
  const pack = await readPack(path, options)
  try {
    return await use(pack)
  } finally {
    await pack.close()
  }
}

const entryOf = (name: string, records: RecordSet): Omit<JudgedEntry, 'outcome'> => {
  const first = records.articles[0] ?? records.photos[0] ?? records.references[0] ?? records.sources[0]
  return {
    name,
    bytes: records.originals.reduce((all, original) => all + original.bytes, 0),
    format: 'citation-pack',
    ...(first ? { title: titleOf(first) } : {}),
    counts: countsOfRecords(records),
  }
}

/** What of a pack is held in the trash, where it stays. */
const trashSentence = (compared: ComparedPack['compared']): string | undefined => {
  const { length } = compared.filter(({ message }) => message !== undefined)
  if (length === 0) return undefined
  return length === 1
    ? 'One of its records is held in the trash. Bring it back from there.'
    : `${length} of its records are held in the trash. Bring them back from there.`
}

const judge = async (
  file: FoundPack,
  { records, ...pack }: OpenedPack,
  { compared, digest }: ComparedPack,
  { unlock, signal }: Pick<Bench, 'unlock' | 'signal'>,
): Promise<Judgement> => {
  const sentences = [
    fullerCount(compared),
    joinedCount(compared),
    filedCount(compared),
    behindCount(compared),
    leftOutSentence(pack),
    trashSentence(compared),
  ]
  const message = sentences.filter((one) => one !== undefined).join(' ')
  const conflicts = await conflictsOf(compared, signal)
  const takeable = conflicts.filter((one) => one.takeable).length
  const entry = {
    ...entryOf(file.name, records),
    ...(message === '' ? {} : { message }),
    ...(conflicts.length === 0 ? {} : { conflicts: { total: conflicts.length, takeable } }),
  }
  const shown = heldDigests(compared)
  const found = {
    ...({ form: 'pack', path: file.path, digest, conflicts, shown } as const),
    ...(unlock ? { unlock } : {}),
  }
  if (!compared.some(({ standing }) => standing === 'new' || isUpdating(standing))) {
    const conflict = compared.find(({ standing }) => standing === 'conflict')
    if (conflict) {
      const error = new CuttingsError('conflict', { title: conflict.heldTitle ?? '' }).toReport()
      // Nothing of it comes in, unless the user takes what it has of records in conflict.
      return takeable === 0
        ? refuse(file.name, error, entry)
        : { judged: { entry: { ...entry, outcome: 'refuse', error }, ...found } }
    }
    const held = records.articles[0] ?? records.photos[0] ?? records.references[0]
    return {
      judged: { entry: { ...entry, outcome: 'duplicate', ...(held ? { id: held.id } : {}) }, form: 'none' },
    }
  }
  const countNew = (kind: ComparedRecord['record']['kind']): number =>
    compared.filter(({ standing, record }) => standing === 'new' && record.kind === kind).length
  const brings = {
    articles: countNew('article'),
    photos: countNew('photo'),
    references: countNew('reference'),
    newSources: countNew('source'),
    versions: 0,
  }
  return { judged: { entry: { ...entry, outcome: 'add' }, ...found }, brings }
}

/** Verifies a citation pack and says what would become of its records. */
export const judgePack = async (file: FoundPack, bench: Bench): Promise<Judgement> => {
  try {
    return await withPack(file.path, bench, async (pack) => {
      const compared = await comparePack(bench.archive.catalogue, pack, bench.signal)
      await refuseTooMuch(bench.archive.originals, compared.fresh)
      return await judge(file, pack, compared, bench)
    })
  } catch (error) {
    return refuse(file.name, refusalOf(error))
  }
}
