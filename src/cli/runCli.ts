import { resolve } from 'node:path'
import { Command as Program, CommanderError } from 'commander'
import { ORPCError } from '@orpc/client'
import { CuttingsError, isErrorCode, type ErrorDetails, type ErrorReport } from '#shared/errors'
import { unforeseenFault } from '#core/store/faults'
import { commandTable } from './commandTable'
import { exitStatusOf } from './exitStatus'
import { createOutput, type Output } from './output'
import type { CliDependencies, Command, CommandContext, ExitStatus } from './types'

const createContext = (
  dependencies: CliDependencies,
  output: Output,
  { archive: named, takeLock = false }: { readonly archive?: string; readonly takeLock?: boolean },
): CommandContext => {
  const archiveFolder = async () =>
    named === undefined
      ? { folder: await dependencies.ownArchive(), isOwn: true }
      : { folder: resolve(named), isOwn: false }
  return {
    ...dependencies,
    output,
    archiveFolder,
    takeLock,
    withApp: async (mode, use, folder) => {
      const app = await dependencies.openApp(folder ?? (await archiveFolder()).folder, { mode, takeLock })
      try {
        return await use(app)
      } finally {
        await app.close()
      }
    },
  }
}

/** What a command ended with, in the words of the closed list; what nobody foresaw is said in full beside it. */
const reportOf = (error: unknown, output: Output): ErrorReport => {
  if (error instanceof CuttingsError) return error.toReport()
  if (error instanceof CommanderError) {
    const reason = error.message.replace(/^error: /, '')
    return new CuttingsError('usage', { reason }).toReport()
  }
  if (error instanceof ORPCError && isErrorCode(error.code))
    return { code: error.code, message: error.message, details: (error.data ?? {}) as ErrorDetails }
  const fault = unforeseenFault(error)
  if (fault) return fault.toReport()
  output.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return new CuttingsError('internal', { reference: 'see above' }).toReport()
}

/** Help and version are asked for: commander ends them as an error that is none. */
const isAnswered = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0

const addCommand = (
  program: Program,
  command: Command,
  dependencies: CliDependencies,
  output: Output,
  onEnd: (status: ExitStatus) => void,
): void => {
  const described = command.describe(program.command(command.name).description(command.summary))
  if (command.writes)
    described.option(
      '--take-lock',
      'write although another machine has the archive; only where nothing writes to it there any more',
    )
  described.action(async (...all: unknown[]) => {
    const own = all.at(-1) as Program
    onEnd(
      await command.run(
        createContext(dependencies, output, own.optsWithGlobals()),
        own.processedArgs,
        own.opts(),
      ),
    )
  })
}

const takeableNote =
  'That is not known to run on this machine. Where nothing writes to the archive there any more, give --take-lock to write yourself. Two that write one archive can damage it.'

const keptNote = 'That runs on this machine: stop it first. Its lock is not taken.'

/** Runs one command and answers with its exit status. Never throws. */
export const runCli = async (argv: readonly string[], dependencies: CliDependencies): Promise<ExitStatus> => {
  const { stdout, stderr, showProgress, version } = dependencies
  const output = createOutput({ json: argv.includes('--json'), stdout, stderr, showProgress })
  let status: ExitStatus = 0
  const program = new Program('cuttings')
    .description('An archive of articles, photo metadata and source citations on your own computer.')
    .version(version)
    .option('--archive <dir>', 'the archive (default: your own)')
    .option('--json', 'one JSON object a line')
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: () => undefined })
  for (const command of commandTable)
    addCommand(program, command, dependencies, output, (ended) => (status = ended))
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    if (isAnswered(error)) return 0
    const report = reportOf(error, output)
    output.error(report)
    if (report.code === 'archive-in-use') output.note(report.details['takeable'] ? takeableNote : keptNote)
    return exitStatusOf(report.code)
  }
}
