import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Command as Program } from 'commander'
import type { Unlock } from '#core/exporters/sealing/age/types'
import { CuttingsError } from '#shared/errors'
import type { Options } from './types'

/** A secret never comes as an argument, which every user of the machine can read: from a file, or standard input for `-`. */
const readSource = async (path: string, what: string): Promise<string> => {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8')
  } catch {
    throw new CuttingsError('usage', { reason: `The file with the ${what} cannot be read.` })
  }
}

/** The first line, without what ends it: spaces are part of a passphrase. */
export const readPassphrase = async (path: string): Promise<string> => {
  const [line = ''] = (await readSource(path, 'passphrase')).split(/\r?\n/)
  if (line === '') throw new CuttingsError('usage', { reason: 'The passphrase is empty.' })
  return line
}

/** The first key of a file as age-keygen writes it: lines that begin with `#` are not meant. */
const readIdentity = async (path: string): Promise<string> => {
  const lines = (await readSource(path, 'identity')).split(/\r?\n/)
  const line = lines.map((each) => each.trim()).find((each) => each.startsWith('AGE-SECRET-KEY-'))
  if (line === undefined) throw new CuttingsError('usage', { reason: 'The file holds no identity of age.' })
  return line
}

export const describeUnlock = (program: Program): Program =>
  program
    .option(
      '--passphrase-file <file>',
      'the passphrase of an encrypted pack, in its first line; - reads standard input',
    )
    .option('--identity-file <file>', 'an identity of age to which the pack was encrypted')

export const readUnlock = async ({ passphraseFile, identityFile }: Options): Promise<Unlock | undefined> => {
  if (passphraseFile === undefined && identityFile === undefined) return undefined
  return {
    ...(passphraseFile === undefined ? {} : { passphrase: await readPassphrase(String(passphraseFile)) }),
    ...(identityFile === undefined ? {} : { identity: await readIdentity(String(identityFile)) }),
  }
}
