import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Argument } from 'commander'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import type { SigningKey } from '#shared/contract/keys'
import { CuttingsError } from '#shared/errors'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command, CommandContext } from '../types'

const tell = (output: Output, key: SigningKey, own: boolean): void =>
  output.result(
    { ...key, own },
    plainLine(`${own ? 'own   ' : 'known '} ${key.name}  ${key.fingerprint}`) + `\n       ${key.publicKey}`,
  )

const list = async ({ keyring, output }: CommandContext): Promise<void> => {
  const { own, known } = await keyring.list()
  if (own) tell(output, own, true)
  for (const key of known) tell(output, key, false)
  if (!own) output.text('There is no key to sign with. To make one: cuttings keys make <name>')
}

/** The key by which a pack is signed: it is taken because the user names the pack, never by itself. */
const keyOfPack = async (path: string, signal: AbortSignal): Promise<string> => {
  const { signer } = await verifyPack(resolve(path), { signal })
  if (!signer)
    throw new CuttingsError('usage', { reason: 'That pack bears no signature whose key could be added.' })
  return signer.publicKey
}

/** A line of OpenSSH as it stands, or the file that holds it. */
const keyGiven = async (given: string): Promise<string> =>
  given.startsWith('ssh-') ? given : readFile(resolve(given), 'utf8').catch(() => given)

const add = async (
  { keyring, output, signal }: CommandContext,
  name: string,
  given: string | undefined,
  from: unknown,
): Promise<void> => {
  const publicKey =
    from === undefined ? given && (await keyGiven(given)) : await keyOfPack(String(from), signal)
  if (!publicKey)
    throw new CuttingsError('usage', {
      reason: 'Give the public key, its file, or --from and a signed pack.',
    })
  tell(output, await keyring.add(name, publicKey), false)
}

const remove = async ({ keyring, output }: CommandContext, which: string): Promise<void> => {
  const { own, known } = await keyring.list()
  const key = [...known, ...(own ? [own] : [])].find(
    ({ name, fingerprint }) => name === which || fingerprint === which,
  )
  if (!key) throw new CuttingsError('no-such-key')
  await keyring.remove(key.fingerprint)
  output.result({ event: 'removed', fingerprint: key.fingerprint }, plainLine(`removed ${key.name}`))
}

export const keysCommand: Command = {
  name: 'keys',
  summary: 'the key that signs your packs, and those of others that you know',
  describe: (program) =>
    program
      .addArgument(
        new Argument('[action]', 'what to do').choices(['list', 'make', 'add', 'remove']).default('list'),
      )
      .argument('[name]', 'what the key is called; for remove, its name or fingerprint')
      .argument('[key]', 'for add: the line that begins with ssh-ed25519, or a file with it')
      .option('--from <pack>', 'for add: the key by which this pack is signed'),
  run: async (context, [action, name, key], { from }) => {
    if (action === 'list') {
      await list(context)
      return 0
    }
    if (name === undefined)
      throw new CuttingsError('usage', { reason: `Say which: cuttings keys ${String(action)} <name>` })
    if (action === 'make') tell(context.output, await context.keyring.make(String(name)), true)
    else if (action === 'add')
      await add(context, String(name), key === undefined ? undefined : String(key), from)
    else await remove(context, String(name))
    return 0
  },
}
