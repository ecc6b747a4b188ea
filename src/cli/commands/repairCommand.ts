import { resolve } from 'node:path'
import { counted } from '#shared/counted'
import type { FileResult } from '#shared/contract/jobs'
import { followJob, resultOf } from '../followJob'
import type { Output } from '../output'
import { placeOf } from '../placeOf'
import { plainLine } from '../plainText'
import type { Command } from '../types'

const tell = (output: Output, file: FileResult): void => {
  const { name, id, outcome, message } = file
  const event = outcome === 'checked' ? 'repaired' : 'left'
  const line = { event, path: name, ...(id === undefined ? {} : { id }), message }
  output.result(line, `${event}  ${plainLine(`${placeOf(file)}: ${message ?? ''}`)}`)
}

export const repairCommand: Command = {
  name: 'repair',
  writes: true,
  summary: 'put back damaged records from the backups, and originals from a copy of the archive',
  describe: (program) =>
    program.argument(
      '[copy]',
      'the folder of a copy of this archive, for originals that are missing or changed; nothing is written there',
    ),
  run: (context, [copy]) =>
    context.withApp('write', async (app) => {
      const { output } = context
      const job = await followJob(
        app,
        app.repair(copy === undefined ? undefined : resolve(String(copy))),
        context,
        (file) => tell(output, file),
      )
      const result = resultOf(job)
      if (result.kind !== 'repair') throw new TypeError(`a repair ended as ${result.kind}`)
      const { checked, repaired, left, records } = result
      const sentences = [
        `Looked at ${counted(records.checked, 'record')}: ${records.repaired} put back, ${records.left} left as they are.`,
        ...(copy === undefined
          ? []
          : [`Read ${counted(checked, 'original')}: ${repaired} put back, ${left} left as they are.`]),
      ]
      output.result({ event: 'done', checked, repaired, left, records }, sentences.join('\n'))
      return left + records.left === 0 ? 0 : 1
    }),
}
