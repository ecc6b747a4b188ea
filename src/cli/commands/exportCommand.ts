import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import * as z from 'zod'
import { counted } from '#shared/counted'
import type { Lock } from '#core/exporters/sealing/age/types'
import type { Exported } from '#shared/contract/jobs'
import { readPassphrase } from '../readSecret'
import { followJob, resultOf } from '../followJob'
import { readId } from '../readId'
import type { Command } from '../types'
import { collectWaiver, waiversBy } from './readWaivers'
import { describeSelection, selectionOf, type SelectionOptions } from './selectionOptions'

const readDate = (value: string): string => {
  const date = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(value)
  if (!date.success)
    throw new InvalidArgumentError('a date is wanted, as 2026-11-22 or 2026-11-22T10:00:00Z.')
  return new Date(date.data).toISOString()
}

interface ExportOptions extends SelectionOptions {
  readonly zip?: boolean
  readonly date?: string
  readonly identifier?: string
  readonly waive?: ReturnType<typeof collectWaiver>
  readonly by?: string
  readonly sign?: boolean
  readonly encryptTo?: readonly string[]
  readonly passphraseFile?: string
}

const collectRecipient = (value: string, before: readonly string[] = []): string[] => [...before, value]

const readLock = async ({ encryptTo, passphraseFile }: ExportOptions): Promise<Lock | undefined> => {
  if (passphraseFile !== undefined) return { passphrase: await readPassphrase(passphraseFile) }
  return encryptTo ? { recipients: encryptTo } : undefined
}

const isZip = (destination: string): boolean => /\.(zip|age)$/i.test(destination)

const madeText = ({ items, files, signed, encrypted, words }: Exported, destination: string): string =>
  [
    `Wrote a citation pack of ${counted(items, 'item')} and ${counted(files, 'file')} to ${destination}.`,
    ...(signed ? ['It is signed by your key.'] : []),
    ...(encrypted
      ? ['It is encrypted; without the passphrase or an identity nobody opens it, you included.']
      : []),
    `Its fingerprint in words: ${words.join(' ')}`,
  ].join('\n')

export const exportCommand: Command = {
  name: 'export',
  writes: true,
  summary: 'write a citation pack of the selection, or of everything',
  describe: (program) =>
    describeSelection(program.argument('<out>', "the pack's own folder or zip, which must not exist"))
      .option('--zip', 'write a zip')
      .option('--date <iso>', 'the date that the pack states', readDate)
      .option('--identifier <uuid>', 'the identifier that the pack states', readId)
      .option(
        '--waive <rule=reason>',
        'let what this rule of preflight found be; may be given again',
        collectWaiver,
      )
      .option('--by <name>', 'who waives')
      .option('--sign', 'sign it with your key (cuttings keys make)')
      .addOption(
        new Option(
          '--encrypt-to <recipient>',
          'encrypt it to this recipient of age (age1...); may be given again',
        )
          .argParser(collectRecipient)
          .conflicts('passphraseFile'),
      )
      .option(
        '--passphrase-file <file>',
        'encrypt it to the passphrase in the first line of this file; - reads standard input',
      ),
  run: (context, [out], options) =>
    context.withApp('write', async (app) => {
      const given = options as unknown as ExportOptions
      const { zip, profile, date, identifier, sign } = given
      const lock = await readLock(given)
      const destination = resolve(String(out))
      const started = await app.exports.start({
        selection: await selectionOf(app, given),
        destination,
        form: zip || lock || isZip(destination) ? 'zip' : 'folder',
        profile,
        waivers: waiversBy(given.waive ?? [], given.by),
        ...(date === undefined ? {} : { date }),
        ...(identifier === undefined ? {} : { identifier }),
        ...(sign ? { sign } : {}),
        ...(lock ? { lock } : {}),
      })
      const result = resultOf(await followJob(app, started, context))
      if (result.kind !== 'export') throw new TypeError(`an export ended as ${result.kind}`)
      const { items, files, sha256, words, signed, encrypted } = result.exported
      context.output.result(
        { event: 'exported', path: destination, items, files, sha256, words, signed, encrypted },
        madeText(result.exported, destination),
      )
      return 0
    }),
}
