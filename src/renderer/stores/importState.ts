import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { FileResult } from '#shared/contract/jobs'
import type { PackConflict } from '#shared/contract/packConflict'
import type { Format, PlanEntry, PlanPreview, PlanTotals } from '#shared/contract/work'
import type { ErrorReport } from '#shared/errors'

export type ImportStage = 'empty' | 'offering' | 'planning' | 'planned' | 'importing' | 'ended'

/** Whether a file can be taken in by itself, or left out. A sidecar goes the way of its picture. */
export const canTake = ({ outcome, sidecar }: PlanEntry): boolean =>
  outcome === 'add' || outcome === 'version' || (outcome === 'keep' && !sidecar)

/** What is known of a dry run and the import that follows it. */
export const createImportState = () => {
  const stage = ref<ImportStage>('empty')
  const error = shallowRef<ErrorReport>()
  const uploaded = shallowRef<{ readonly done: number; readonly total: number }>()
  const jobId = ref<string>()
  const planId = ref<string>()
  const totals = shallowRef<PlanTotals>()
  const entries = shallowRef<readonly PlanEntry[]>([])
  const leftOut = shallowReactive(new Set<number>())
  /** Versions that are to be articles of their own. */
  const separate = shallowReactive(new Set<number>())
  /** Of which packs what of which records is put in the place of what is held. */
  const takes = shallowReactive(new Map<number, ReadonlySet<string>>())
  const conflicts = shallowReactive(new Map<number, readonly PackConflict[]>())
  /** What can be read; the same for every dry run. */
  const formats = shallowRef<readonly Format[]>([])
  const previews = shallowReactive(new Map<number, PlanPreview>())
  const report = shallowRef<readonly FileResult[]>([])
  const wasCancelled = ref(false)
  let turn = 0

  /** Files that the import would take in as they stand now. */
  const wanted = computed(() =>
    entries.value.filter((entry) => (canTake(entry) || takes.has(entry.index)) && !leftOut.has(entry.index)),
  )

  /** Forgets everything; answers to calls that are under way no longer count. */
  const clear = (): void => {
    turn += 1
    stage.value = 'empty'
    error.value = undefined
    uploaded.value = undefined
    jobId.value = undefined
    planId.value = undefined
    totals.value = undefined
    entries.value = []
    report.value = []
    wasCancelled.value = false
    leftOut.clear()
    separate.clear()
    takes.clear()
    conflicts.clear()
    previews.clear()
  }

  /** Answers whether nothing was cleared since. */
  const hold = (): (() => boolean) => {
    const asked = turn
    return () => asked === turn
  }

  const fail = (cause: ErrorReport, back: ImportStage): void => {
    stage.value = back
    if (cause.code !== 'cancelled') error.value = cause
  }

  return {
    stage,
    error,
    uploaded,
    jobId,
    planId,
    totals,
    entries,
    leftOut,
    separate,
    takes,
    conflicts,
    formats,
    previews,
    report,
    wasCancelled,
    wanted,
    clear,
    hold,
    fail,
  }
}

export type ImportState = ReturnType<typeof createImportState>
