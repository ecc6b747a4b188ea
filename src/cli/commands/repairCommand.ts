import { resolve } from 'node:path'
import type { FileResult } from '#shared/contract/jobs'
import { followJob, resultOf } from '../followJob'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command } from '../types'

const tell = (output: Output, { name, outcome, message }: FileResult): void => {
  const event = outcome === 'checked' ? 'repaired' : 'left'
  output.result({ event, path: name, message }, `${event}  ${plainLine(`${name}: ${message ?? ''}`)}`)
}

export const repairCommand: Command = {
  name: 'repair',
  writes: true,
  summary: 'put back originals that are missing or changed, from a copy of the archive',
  describe: (program) =>
    program.argument('<copy>', 'the folder of a copy of this archive; nothing is written there'),
  run: (context, [copy]) =>
    context.withApp('write', async (app) => {
      const { output } = context
      const job = await followJob(app, app.repair(resolve(String(copy))), context, (file) =>
        tell(output, file),
      )
      const result = resultOf(job)
      if (result.kind !== 'repair') throw new TypeError(`a repair ended as ${result.kind}`)
      const { checked, repaired, left } = result
      output.result(
        { event: 'done', checked, repaired, left },
        `Read ${checked} originals: ${repaired} put back, ${left} left as they are.`,
      )
      return left === 0 ? 0 : 1
    }),
}
