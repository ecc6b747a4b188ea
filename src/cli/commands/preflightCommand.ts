import type { PreflightResult } from '#shared/contract/preflight'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command } from '../types'
import { describeSelection, selectionOf, type SelectionOptions } from './selectionOptions'

const marks: Readonly<Record<PreflightResult['severity'], string>> = {
  error: 'mend',
  warning: 'look at',
  note: 'to know',
}

const tellResult = (output: Output, result: PreflightResult): void => {
  const { state, severity, rule, sentence, total, findings } = result
  const mark = state === 'passed' ? 'passed' : marks[severity]
  output.result(
    { event: 'rule', rule, severity, state, total, findings },
    `${mark.padEnd(8)} ${sentence} (${rule})`,
  )
  for (const { place, detail } of findings) {
    const passage = place.passage === undefined ? '' : `, passage ${place.passage}`
    output.text(
      `         - ${plainLine(`${place.title}${passage}${detail === undefined ? '' : `: ${detail}`}`)}`,
    )
  }
  if (total > findings.length) output.text(`         - and ${total - findings.length} more`)
}

export const preflightCommand: Command = {
  name: 'preflight',
  summary: 'say what is to be mended before a pack is made; writes nothing',
  describe: describeSelection,
  run: (context, _, options) =>
    context.withApp('read', async (app) => {
      const given = options as unknown as SelectionOptions
      const report = await app.exports.preflight(await selectionOf(app, given), given.profile)
      for (const result of report.results) tellResult(context.output, result)
      const stopped = report.state === 'stopped'
      context.output.result(
        { event: 'preflight', profile: report.profile, state: report.state },
        stopped ? 'An export would be stopped.' : 'An export would go on.',
      )
      return stopped ? 1 : 0
    }),
}
