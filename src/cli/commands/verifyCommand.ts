import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { FileResult, Verification } from '#shared/contract/jobs'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { followJob, resultOf } from '../followJob'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command, CommandContext, ExitStatus } from '../types'

const isArchive = async (path: string): Promise<boolean> => {
  try {
    return (await stat(join(path, 'archive.json'))).isFile()
  } catch {
    // Without a marker it is no archive, and is checked as a pack, which says what it finds.
    return false
  }
}

const tellProblem = (output: Output, { name, outcome, code, message }: FileResult): void => {
  if (outcome === 'problem')
    output.result(
      { event: 'problem', path: name, code, message },
      `problem  ${plainLine(`${name}: ${message ?? code}`)}`,
    )
  else if (outcome === 'note') output.note(plainLine(`${name}: ${message ?? code ?? ''}`))
}

const answers = ({ unchanged, complete, signed, custody }: Verification): string =>
  `unchanged: ${unchanged} · complete: ${complete} · custody: ${custody} · signature: ${signed}`

const tellEnd = (output: Output, verification: Verification): ExitStatus => {
  const { checked, problems, unchanged, complete, custody } = verification
  // Only a plain yes is a yes: what can't be told is not in order.
  const ok = problems === 0 && unchanged === 'yes' && complete === 'yes' && custody !== 'broken'
  const summary = ok
    ? `In order: ${checked} files checked`
    : `Not in order: ${problems} problems, ${checked} files checked`
  output.result({ event: 'verified', ok, checked, problems }, `${summary}.\n${answers(verification)}`)
  return ok ? 0 : 1
}

const verifyArchive = (context: CommandContext, folder?: string): Promise<ExitStatus> =>
  context.withApp(
    'read',
    async (app) => {
      const started = app.jobs.start('verify', async ({ signal, result, progress }) => ({
        kind: 'verify',
        verification: await app.verifyArchive({ signal, onFile: result, onProgress: progress }),
      }))
      const job = await followJob(app, started, context, (file) => tellProblem(context.output, file))
      const result = resultOf(job)
      if (result.kind !== 'verify') throw new TypeError(`a verification ended as ${result.kind}`)
      return tellEnd(context.output, result.verification)
    },
    folder,
  )

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check an archive or a citation pack; writes nothing',
  describe: (program) => program.argument('[path]', 'an archive or a pack; without it, the archive'),
  run: async (context, [given]) => {
    if (given === undefined) return verifyArchive(context)
    const path = resolve(String(given))
    if (await isArchive(path)) return verifyArchive(context, path)
    const { output, signal } = context
    const verification = await verifyPack(path, { signal, onFile: (file) => tellProblem(output, file) })
    return tellEnd(output, verification)
  },
}
