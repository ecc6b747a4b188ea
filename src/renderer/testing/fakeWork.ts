import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { FileResult, JobEvent, JobResult, JobState } from '#shared/contract/jobs'
import type { PackConflict } from '#shared/contract/packConflict'
import type { PackDifference } from '#shared/contract/packDifference'
import type { Format, PlanEntry, PlanPreview, PlanTotals } from '#shared/contract/work'
import { createFakeDuplicates } from './fakeDuplicates'
import { createFakeKeys, fakeWords } from './fakeKeys'
import { fakeId } from './fakeRecords'
import { createFakeSources, type FakeSourcesOptions } from './fakeSources'
import { createFakeSearches, type FakeSearchesOptions } from './fakeSearches'
import { createFakeStream } from './fakeStream'
import { createFakeWaiting, type FakeWaitingOptions } from './fakeWaiting'
import { createFakeTrash } from './fakeTrash'

type Work = Pick<
  ArchiveClient,
  'imports' | 'exports' | 'verify' | 'keys' | 'trash' | 'duplicates' | 'searches' | 'sources' | 'jobs'
>

export interface FakeWorkOptions extends FakeWaitingOptions, FakeSearchesOptions {
  readonly isEmpty?: boolean
  /** Entries of the dry run; a small one of three files where it is absent. */
  readonly plan?: readonly PlanEntry[]
  /** What changed since the last pack of the same selection. */
  readonly sinceLast?: PackDifference
  readonly previews?: Readonly<Record<number, PlanPreview>>
  /** Of planned packs by their number: records that are held with other content. */
  readonly conflicts?: Readonly<Record<number, readonly PackConflict[]>>
  readonly formats?: readonly Format[]
  /** The report of the import; else each file of the small plan in its turn. */
  readonly report?: readonly FileResult[]
  /** Each import stays as it is here, and never ends. */
  readonly running?: Pick<JobState, 'progress'> & Partial<JobState>
}

interface FakeJob {
  readonly state: JobState
  readonly files: readonly FileResult[]
}

const none: PlanTotals = {
  files: 0,
  bytes: 0,
  add: 0,
  version: 0,
  note: 0,
  duplicate: 0,
  keep: 0,
  refuse: 0,
  articles: 0,
  photos: 0,
  references: 0,
  passages: 0,
  citations: 0,
  slots: 0,
  newSources: 0,
}

const counts = { summary: 1, passages: 2, citations: 1, sources: 1, slots: 0, furniture: 1 }

/** Three files of a dry run: one that is new, one that is held, one that is refused. */
export const fakePlan: readonly PlanEntry[] = [
  { index: 0, name: 'new.txt', bytes: 900, format: 'text', outcome: 'add', title: 'A new quay', counts },
  { index: 1, name: 'held.txt', bytes: 800, outcome: 'duplicate', id: fakeId(1, 1) },
  {
    index: 2,
    name: 'empty.txt',
    bytes: 0,
    outcome: 'refuse',
    error: { code: 'empty', message: 'empty', details: {} },
  },
]

/** The sums of a plan; what its files would bring is not counted. */
const sumOf = (plan: readonly PlanEntry[]): PlanTotals => {
  const count = (outcome: PlanEntry['outcome']): number =>
    plan.filter((entry) => entry.outcome === outcome).length
  return {
    ...none,
    files: plan.length,
    bytes: plan.reduce((sum, entry) => sum + entry.bytes, 0),
    add: count('add'),
    version: count('version'),
    note: count('note'),
    duplicate: count('duplicate'),
    keep: count('keep'),
    refuse: count('refuse'),
    articles: 1,
    passages: 3,
    citations: 1,
  }
}

const fakeReport = (leaveOut: readonly number[]): readonly FileResult[] =>
  fakePlan
    .filter((entry) => !leaveOut.includes(entry.index))
    .map(({ name, outcome, id, title, error }): FileResult => {
      if (outcome === 'add')
        return { name, outcome: 'imported', kind: 'article', id: fakeId(1, 1), ...(title ? { title } : {}) }
      return {
        name,
        outcome: outcome === 'duplicate' ? 'duplicate' : 'refused',
        ...(id ? { id } : {}),
        ...(error ? { error } : {}),
      }
    })

const changedFile: FileResult = {
  name: 'data/articles/a/article.txt',
  outcome: 'problem',
  code: 'changed',
  message: 'it differs',
}

/** Long work that ends at once, as jobs of an archive in memory. */
export const createFakeWork = (
  options: FakeWorkOptions,
  held: Pick<FakeSourcesOptions, 'sources' | 'references' | 'citing'>,
): Work => {
  const jobs = new Map<string, FakeJob>()

  const start = (result: JobResult, files: readonly FileResult[] = []): { jobId: string } => {
    const id = fakeId(7, jobs.size + 1)
    const progress = { done: files.length, total: files.length, bytes: 0, totalBytes: 0 }
    const at = '2026-11-22T14:00:00.000Z'
    const state: JobState = {
      id,
      kind: result.kind,
      state: 'done',
      startedAt: at,
      endedAt: at,
      progress,
      results: files.length,
      result,
    }
    jobs.set(id, { state, files })
    return { jobId: id }
  }
  const jobOf = (id: string): FakeJob => {
    const job = jobs.get(id)
    if (!job) throw new ORPCError('job-gone')
    return job
  }
  const planId = fakeId(6, 1)
  const plan = options.plan ?? fakePlan
  const totals = sumOf(plan)
  const answer = {
    subject: 'pack',
    name: 'pack.zip',
    checked: 31,
    signed: 'unsigned',
    custody: 'unbroken',
  } as const

  return {
    searches: createFakeSearches(options, start),
    duplicates: createFakeDuplicates(options.isEmpty ?? false, start),
    sources: createFakeSources({ ...held, isEmpty: options.isEmpty ?? false, start }),
    imports: {
      formats: async () => [...(options.formats ?? [])],
      plan: async () => start({ kind: 'plan', planId }),
      planned: async ({ offset = 0, limit = 100 }) => ({
        totals,
        entries: [...plan.slice(offset, offset + limit)],
      }),
      conflicts: async ({ index }) => {
        const conflicts = [...(options.conflicts?.[index] ?? [])]
        return { total: conflicts.length, conflicts }
      },
      preview: async ({ index }) => options.previews?.[index] ?? { kind: 'none' },
      remap: async ({ index, mapping }) => {
        const entry = plan[index]
        const preview = options.previews?.[index]
        if (!entry || preview?.kind !== 'records' || !preview.table) throw new ORPCError('plan-gone')
        preview.table = { ...preview.table, mapping }
        return { ...entry, records: 7 }
      },
      commit: async ({ leaveOut = [] }) => {
        const files = options.report ?? fakeReport(leaveOut)
        const imported = files.filter((file) => file.outcome === 'imported').length
        return start({ kind: 'import', counts: { imported, duplicates: 1, kept: 0, refused: 1 } }, files)
      },
      discard: async () => ({}),
      ...createFakeWaiting(options, start),
    },
    exports: {
      preflight: async ({ profile = 'full' }) => ({
        profile,
        date: '2026-11-22T14:00:00.000Z',
        state: profile === 'standards' ? 'stopped' : 'passed',
        results: [
          {
            rule: 'claim-without-check',
            severity: profile === 'standards' ? 'error' : 'note',
            sentence: '1 claim was checked by nobody.',
            state: 'found',
            total: 1,
            findings: [{ place: { id: fakeId(1, 1), kind: 'article', title: 'A new quay', passage: '1' } }],
          },
        ],
      }),
      preview: async ({ selection }) => {
        if (selection.query === 'nothing') throw new ORPCError('selection-empty')
        return {
          counts: {
            articles: 1,
            passages: 3,
            photos: 0,
            slots: 2,
            citations: 1,
            sources: 1,
            references: 0,
            claims: 0,
            notes: 0,
            originals: 1,
            originalBytes: 900,
          },
          titles: [{ id: fakeId(1, 1), kind: 'article', title: 'A new quay' }],
          name: 'a-new-quay_2026-11-22',
        }
      },
      start: async ({ form }) =>
        start({
          kind: 'export',
          exported: {
            name: `a-new-quay_2026-11-22${form === 'zip' ? '.zip' : ''}`,
            items: 1,
            files: 12,
            bytes: 4096,
            sha256: 'ab'.repeat(32),
            words: fakeWords,
            signed: false,
            encrypted: false,
          },
        }),
      sinceLast: async () => start({ kind: 'compare', found: options.sinceLast !== undefined }),
      sincePack: async () => start({ kind: 'compare', found: true }),
      compared: async () => options.sinceLast ?? { before: { name: 'old.zip' }, same: 1, records: [] },
    },
    keys: createFakeKeys(),
    trash: createFakeTrash(start),
    verify: {
      rereading: async () => ({ originals: 12, read: 7, damaged: [], records: [] }),
      repair: async () =>
        start({
          kind: 'repair',
          checked: 12,
          repaired: 1,
          left: 0,
          records: { checked: 30, repaired: 2, left: 1 },
        }),
      archive: async () =>
        start({
          kind: 'verify',
          verification: { ...answer, subject: 'archive', problems: 0, unchanged: 'yes', complete: 'yes' },
        }),
      pack: async () =>
        start(
          { kind: 'verify', verification: { ...answer, problems: 1, unchanged: 'no', complete: 'yes' } },
          [changedFile],
        ),
    },
    jobs: {
      list: async () => [],
      watch: async ({ id }, call) => {
        const { state, files } = jobOf(id)
        const stream = createFakeStream<JobEvent>()
        const reader = stream.open(call?.signal)
        files.forEach((file, index) => stream.push({ type: 'file', index, file }))
        if (options.running && state.kind === 'import') {
          stream.push({ type: 'state', job: { ...state, state: 'running', ...options.running } })
          return reader
        }
        stream.push({ type: 'state', job: state })
        stream.end()
        return reader
      },
      cancel: async () => ({}),
      pause: async () => ({}),
      resume: async () => ({}),
      report: async ({ id, offset = 0, limit = 100 }) => {
        const { files } = jobOf(id)
        return { total: files.length, files: [...files.slice(offset, offset + limit)] }
      },
    },
  }
}
