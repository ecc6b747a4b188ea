import type { ArchiveOutputs } from '#shared/contract/archive'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { eachTogether } from '../duplicates/eachTogether'
import type { JobContext, Jobs, RunJob } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { SourceFields } from '../records/sourceShapes'
import type { SourceWork } from '../store/catalogue/sourceWork'
import type { Archive, SourceChange } from '../store/types'
import { foldName } from '../store/catalogue/foldName'
import type { Prepared } from '../store/catalogue/changeSources'
import { prepareWork } from './prepareWork'

type Outputs = ArchiveOutputs['sources']

interface MergeOfSources {
  readonly keptId: Id
  readonly removedIds: readonly Id[]
}

export interface SourceChanges {
  readonly edit: (id: Id, fields: SourceFields) => Outputs['edit']
  readonly merge: (merges: readonly MergeOfSources[]) => Outputs['merge']
  readonly split: (id: Id, aliases: readonly string[]) => Outputs['split']
  /** Throws `not-found` where nothing of it is left to be undone. */
  readonly undo: (id: Id) => Outputs['undo']
}

export interface SourceChangesDeps {
  readonly archive: Archive
  readonly jobs: Jobs
  readonly clock: Clock
  readonly actor: string
  /** Tells search and watchers that the catalogue changed. */
  readonly committed: () => void
}

/** One of several changes: what it goes through, and how it is stored. */
interface Piece {
  readonly work: () => SourceWork
  readonly store: (prepared: Prepared) => number
}

/** What is done in one go: ids are given out before, so that a job can tell them. */
const stepOf = (clock: Clock, actor: string, stepId: Id): Pick<SourceChange, 'id' | 'stepId' | 'actor'> => ({
  id: clock.createId(),
  stepId,
  actor,
})

/** Changes of sources, each whole or not at all, and the way back. */
export const createSourceChanges = (deps: SourceChangesDeps): SourceChanges => {
  const { jobs, clock, actor, committed } = deps
  const { catalogue } = deps.archive

  /** Large ones are read first, with pauses; then all are stored, small ones several at a time. Gives what each answered. */
  const runAll = async (
    pieces: readonly Piece[],
    { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
  ): Promise<number[]> => {
    const onArticle = (done: number, total: number): void => progress({ inside: { done, total } })
    const prepared = new Map<Piece, Prepared>()
    for (const piece of pieces)
      prepared.set(piece, await prepareWork(piece.work(), { catalogue, signal, onArticle }))
    const step = (piece: Piece, done: number): number => {
      progress({ done, total: pieces.length })
      return piece.store(prepared.get(piece) ?? new Map())
    }
    const answers: number[] = []
    try {
      for await (const answer of eachTogether({ catalogue, all: pieces, step, signal })) answers.push(answer)
    } finally {
      // Also what was done before it was stopped is there to be seen, and to be undone.
      if (answers.length > 0) committed()
    }
    progress({ done: pieces.length, total: pieces.length })
    return answers
  }

  const pieceOf = (change: SourceChange): Piece => ({
    work: () => catalogue.sources.work(change),
    store: (prepared) => catalogue.changeSources(change, prepared),
  })

  const runMerge =
    (merges: readonly MergeOfSources[]): RunJob =>
    async (context) => {
      const stepId = clock.createId()
      const pieces = merges.map((merge) =>
        pieceOf({ ...stepOf(clock, actor, stepId), deed: 'merge', ...merge }),
      )
      const { length } = await runAll(pieces, context)
      const removed = merges.slice(0, length).reduce((all, one) => all + new Set(one.removedIds).size, 0)
      return { kind: 'merge', stepId, merges: length, removed }
    }

  const runSplit =
    (sourceId: Id, aliases: readonly string[]): RunJob =>
    async (context) => {
      const stepId = clock.createId()
      const made = aliases.map((alias) => ({ id: clock.createId(), alias }))
      const change = pieceOf({ ...stepOf(clock, actor, stepId), deed: 'split', sourceId, made })
      const [citations = 0] = await runAll([change], context)
      return { kind: 'split', stepId, made: made.map(({ id }) => id), citations }
    }

  const runUndo =
    (ids: readonly Id[]): RunJob =>
    async (context) => {
      const pieces = ids.map((id): Piece => ({
        work: () => catalogue.sources.workToUndo(id),
        store: (prepared) => catalogue.undoSourceStep(id, actor, prepared),
      }))
      const answers = await runAll(pieces, context)
      return { kind: 'undo', merges: answers.length, restored: answers.reduce((all, one) => all + one, 0) }
    }

  return {
    edit: (sourceId, fields) => {
      const stepId = clock.createId()
      const before = catalogue.revision()
      catalogue.changeSources({ ...stepOf(clock, actor, stepId), deed: 'edit', sourceId, fields })
      if (catalogue.revision() === before) return {}
      committed()
      return { stepId }
    },
    merge: (merges) => ({ jobId: jobs.start('merge', runMerge(merges)).id }),
    split: (id, aliases) => ({ jobId: jobs.start('split', runSplit(id, distinctNames(aliases))).id }),
    undo: (id) => {
      const ids = catalogue.sources.toUndo(id)
      if (ids.length === 0) throw new CuttingsError('not-found', { what: 'step' })
      return { jobId: jobs.start('undo', runUndo(ids)).id }
    },
  }
}

const distinctNames = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [foldName(name), name])).values(),
]
