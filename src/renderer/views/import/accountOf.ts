import type { FileResult } from '#shared/contract/jobs'
import type { PlanEntry } from '#shared/contract/work'
import { importOutcomes, isImportResult, type ImportOutcome } from '../../components/jobs/reportLines'

/** Every file of a dry run, and what became of it: the sums that have to be equal. */
export interface Account {
  /** Files of the dry run. */
  readonly files: number
  readonly byOutcome: Readonly<Record<ImportOutcome, number>>
  /** Records that were made; a file may make several. */
  readonly records: number
  readonly leftOut: number
  /** Files that an import that was stopped, or that failed, did not come to. */
  readonly notReached: number
  /** Whether all of them are accounted for. */
  readonly isEven: boolean
}

type Named = Pick<PlanEntry, 'name' | 'index'>

/** Lines by the name of their file, in order. */
const byName = <Line extends { readonly name: string }>(
  lines: readonly Line[],
): ReadonlyMap<string, Line[]> => {
  const known = new Map<string, Line[]>()
  for (const line of lines) {
    const same = known.get(line.name)
    if (same) same.push(line)
    else known.set(line.name, [line])
  }
  return known
}

/** What became of so many files of one name. A file with several lines is imported where one of them is. */
const outcomesOf = (files: number, lines: readonly FileResult[]): readonly ImportOutcome[] => {
  const outcomes = lines.filter(isImportResult).map(({ outcome }) => outcome)
  if (outcomes.length <= files) return outcomes
  const [first] = outcomes
  if (files > 1 || first === undefined) return outcomes.slice(0, files)
  return [outcomes.includes('imported') ? 'imported' : first]
}

export const accountOf = (
  report: readonly FileResult[],
  plan: {
    readonly entries: readonly Named[]
    readonly isLeftOut: (index: number) => boolean
    /** The import came to its end by itself. */
    readonly wasWhole: boolean
  },
): Account => {
  const wanted = plan.entries.filter(({ index }) => !plan.isLeftOut(index))
  const lines = byName(report)
  const outcomes = [...byName(wanted)].flatMap(([name, files]) =>
    outcomesOf(files.length, lines.get(name) ?? []),
  )
  const count = (outcome: ImportOutcome): number => outcomes.filter((one) => one === outcome).length
  const missing = wanted.length - outcomes.length
  return {
    files: plan.entries.length,
    byOutcome: Object.fromEntries(importOutcomes.map((one) => [one, count(one)])) as Account['byOutcome'],
    records: report.filter(({ outcome }) => outcome === 'imported').length,
    leftOut: plan.entries.length - wanted.length,
    notReached: plan.wasWhole ? 0 : missing,
    isEven: !plan.wasWhole || missing === 0,
  }
}
