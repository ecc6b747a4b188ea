import type { FileResult } from '#shared/contract/jobs'
import { nestInside, type Nested } from '../../text/nestInside'
import type { Tone } from './tones'

/** Outcomes of an import, in the order in which they are told. */
export const importOutcomes = ['imported', 'duplicate', 'kept', 'refused', 'note'] as const

export type ImportOutcome = (typeof importOutcomes)[number]
export type ReportFilter = 'all' | ImportOutcome

export type ImportResult = FileResult & { readonly outcome: ImportOutcome }

export interface ReportLine extends Nested<ImportResult> {
  readonly index: number
  /** One more record of the file of the line before. */
  readonly isMore: boolean
  readonly holds: boolean
}

export const outcomeTones: Readonly<Record<ImportOutcome, Tone>> = {
  imported: 'ok',
  duplicate: 'ok',
  kept: 'warn',
  refused: 'bad',
  note: 'note',
}

export const isImportResult = (file: FileResult): file is ImportResult =>
  (importOutcomes as readonly string[]).includes(file.outcome)

/** A report in the order of its files, what is inside a file under it. */
export const toReportLines = (files: readonly FileResult[]): readonly ReportLine[] => {
  const lines = nestInside(files.filter(isImportResult)).flat()
  return lines.map((nested, index) => ({
    ...nested,
    index,
    isMore: lines[index - 1]?.line.name === nested.line.name,
    holds: (lines[index + 1]?.depth ?? 0) > nested.depth,
  }))
}

export const chooseReportLines = (
  lines: readonly ReportLine[],
  filter: ReportFilter,
  find: string,
): readonly ReportLine[] => {
  const words = find.trim().toLowerCase()
  if (filter === 'all' && words === '') return lines
  return lines
    .filter(
      ({ line }) =>
        (filter === 'all' || line.outcome === filter) &&
        (words === '' || line.name.toLowerCase().includes(words)),
    )
    .map(({ inside: _lost, ...one }, at, chosen) => ({
      ...one,
      depth: 0,
      name: one.line.name,
      isMore: chosen[at - 1]?.line.name === one.line.name,
    }))
}
