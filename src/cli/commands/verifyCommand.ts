import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { counted } from '#shared/counted'
import type { FileResult, Verification } from '#shared/contract/jobs'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { followJob, resultOf } from '../followJob'
import { describeUnlock, readUnlock } from '../readSecret'
import type { Output } from '../output'
import { placeOf } from '../placeOf'
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

const tellProblem = (output: Output, file: FileResult): void => {
  const { name, id, outcome, code, message } = file
  if (outcome === 'problem')
    output.result(
      { event: 'problem', path: name, ...(id === undefined ? {} : { id }), code, message },
      `problem  ${plainLine(`${placeOf(file)}: ${message ?? code}`)}`,
    )
  else if (outcome === 'note') output.note(plainLine(`${name}: ${message ?? code ?? ''}`))
}

const signerWords = ({ signed, signer }: Verification): string => {
  if (signed === 'known-key') return `by a key that you know, ${plainLine(signer?.name ?? '')}`
  if (signed === 'unknown-key') return `by a key that you do not know, ${signer?.fingerprint ?? ''}`
  return signed
}

const answers = (verification: Verification): string =>
  [
    `unchanged: ${verification.unchanged} · complete: ${verification.complete} · custody: ${verification.custody} · signature: ${signerWords(verification)}`,
    ...(verification.words ? [`Its fingerprint in words: ${verification.words.join(' ')}`] : []),
  ].join('\n')

const tellEnd = (output: Output, verification: Verification): ExitStatus => {
  const { checked, problems, unchanged, complete, custody, signed, signer, words } = verification
  // Only a plain yes is a yes: what can't be told is not in order.
  const ok = problems === 0 && unchanged === 'yes' && complete === 'yes' && custody !== 'broken'
  const summary = ok
    ? `In order: ${counted(checked, 'file')} checked`
    : `Not in order: ${counted(problems, 'problem')}, ${counted(checked, 'file')} checked`
  const ofPack = verification.subject === 'pack' ? { signed, ...(signer ? { signer } : {}), words } : {}
  const line = { event: 'verified', ok, checked, problems, ...ofPack }
  output.result(line, `${summary}.\n${answers(verification)}`)
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
  describe: (program) =>
    describeUnlock(program.argument('[path]', 'an archive or a pack; without it, the archive')),
  run: async (context, [given], options) => {
    if (given === undefined) return verifyArchive(context)
    const path = resolve(String(given))
    if (await isArchive(path)) return verifyArchive(context, path)
    const { output, signal, keyring } = context
    const [unlock, keys] = [await readUnlock(options), await keyring.list()]
    const verification = await verifyPack(path, {
      signal,
      knownKeys: [...(keys.own ? [keys.own] : []), ...keys.known],
      onFile: (file) => tellProblem(output, file),
      ...(unlock ? { unlock } : {}),
    })
    return tellEnd(output, verification)
  },
}
