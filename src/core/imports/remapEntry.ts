import { open } from 'node:fs/promises'
import { CuttingsError } from '#shared/errors'
import type { ParsedTable, TableMapping } from '#shared/model/parsed'
import { sourceOfFile } from '../parsing/byteSources'
import { judgedAt, type Plan } from './createPlans'
import { textOfPath } from './filePath'
import { judgeItems } from './judgeItems'
import { innerLimits } from './innerSpace'
import type { Judgement } from './judgement'
import type { Subject } from './subject'
import type { Judged } from './types'

type JudgedTable = Extract<Judged, { form: 'file' }>

const subjectOf = async ({ entry, file }: JudgedTable, { bench }: Plan): Promise<Subject> => ({
  name: entry.name,
  rawName: file.rawName,
  path: file.path,
  outer: file.outer,
  containerPath: file.containerPath,
  place: textOfPath(file.path),
  staged: file.staged,
  companions: [],
  depth: innerLimits.depth,
  space: await bench.openSpace(),
})

/**
 * Reads a planned table again by another mapping, for what comes of it to be put in the entry's place. What the user decided
 * is remembered for tables with the same heads. Throws the refusal where nothing comes of it; the plan is as it was then.
 */
export const remapEntry = async (plan: Plan, index: number, mapping: TableMapping): Promise<Judgement> => {
  const judged = judgedAt(plan, index)
  if (judged?.form !== 'file' || !judged.entry.table)
    throw new CuttingsError('bad-input', { reason: 'this entry of the plan is no table' })
  const { bench } = plan
  const { rawName, staged } = judged.file
  const file = await open(staged.path, 'r')
  try {
    const source = sourceOfFile(file, staged.bytes)
    const parsed = await bench.parser.parse(
      { name: rawName, source, task: { do: 'import', mapping } },
      bench.signal,
    )
    if (parsed.type !== 'parsed')
      throw parsed.type === 'refused'
        ? new CuttingsError(parsed.error.code, parsed.error.details)
        : new CuttingsError('parser-died')
    const judgement = await judgeItems(await subjectOf(judged, plan), parsed, {
      ...bench,
      keepUnreadable: false,
    })
    const { error } = judgement.judged.entry
    if (error) throw new CuttingsError(error.code, error.details)
    const table = parsed.items.find((item): item is ParsedTable => item.kind === 'table')
    if (table) bench.archive.catalogue.rememberMapping(table.columns, mapping)
    return judgement
  } finally {
    await file.close()
  }
}
