import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { signingKey, type SigningKey } from '#shared/contract/keys'
import { CuttingsError } from '#shared/errors'
import { publicKeyLine, readPublicKey } from '#shared/signature/sshSignature'
import { faultCode } from '#core/store/faults'
import { fingerprintOf, privateKeyOf, rawPublicKey, signBytes } from './signatures'
import type { Keyring } from './types'

const ownFile = z.object({ name: z.string().min(1), privateKey: z.string() })
const knownFile = z.object({ known: z.array(signingKey) })

interface OwnKey {
  readonly key: SigningKey
  readonly privateKey: KeyObject
}

const unkept = (error: unknown): CuttingsError =>
  new CuttingsError('keys-unwritable', { reason: String(faultCode(error) ?? 'a fault') }, { cause: error })

/** The whole old or the whole new file is there at any time, and nobody but its user reads it. */
const writeOwnly = async (folder: string, name: string, value: unknown): Promise<void> => {
  const path = join(folder, name)
  const temporary = `${path}.${process.pid}.new`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(value, undefined, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    throw unkept(error)
  }
}

/** Unlike other settings, keys that cannot be read are not taken for none: a new key would stand in their place. */
const readJson = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return undefined
    throw new CuttingsError('keys-unreadable', {}, { cause: error })
  }
}

const describe = (name: string, raw: Uint8Array): SigningKey => ({
  name,
  publicKey: publicKeyLine(raw),
  fingerprint: fingerprintOf(raw),
})

const ownKeyOf = ({ name, privateKey: pem }: z.infer<typeof ownFile>): OwnKey => {
  try {
    const privateKey = privateKeyOf(pem)
    return { key: describe(name, rawPublicKey(privateKey)), privateKey }
  } catch (error) {
    throw new CuttingsError('keys-unreadable', {}, { cause: error })
  }
}

/** Keys in a folder of the host's own settings (0700, its files 0600): never in an archive, a backup or a pack. */
export const createKeyring = (folder: string): Keyring => {
  const readOwn = async (): Promise<OwnKey | undefined> => {
    const held = await readJson(join(folder, 'signing-key.json'), ownFile)
    return held && ownKeyOf(held)
  }
  const readKnown = async (): Promise<readonly SigningKey[]> =>
    (await readJson(join(folder, 'known-keys.json'), knownFile))?.known ?? []
  const writeKnown = (known: readonly SigningKey[]): Promise<void> =>
    writeOwnly(folder, 'known-keys.json', { known })
  return {
    list: async () => {
      const own = await readOwn()
      return { ...(own ? { own: own.key } : {}), known: await readKnown() }
    },
    make: async (name) => {
      const before = await readOwn()
      if (before) throw new CuttingsError('key-exists', { name: before.key.name })
      const { privateKey } = generateKeyPairSync('ed25519')
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      await writeOwnly(folder, 'signing-key.json', { name, privateKey: pem })
      return describe(name, rawPublicKey(privateKey))
    },
    add: async (name, publicKey) => {
      const raw = readPublicKey(publicKey)
      if (!raw) throw new CuttingsError('key-unreadable')
      const key = describe(name, raw)
      const known = await readKnown()
      const held = known.find((each) => each.name === name || each.fingerprint === key.fingerprint)
      if (held) throw new CuttingsError('key-known', { name: held.name })
      await writeKnown([...known, key])
      return key
    },
    remove: async (fingerprint) => {
      const known = await readKnown()
      const rest = known.filter((each) => each.fingerprint !== fingerprint)
      if (rest.length < known.length) return writeKnown(rest)
      const own = await readOwn()
      if (own?.key.fingerprint !== fingerprint) throw new CuttingsError('no-such-key')
      await rm(join(folder, 'signing-key.json')).catch((error: unknown) => Promise.reject(unkept(error)))
    },
    sign: async (bytes) => {
      const own = await readOwn()
      if (!own) throw new CuttingsError('no-signing-key')
      return signBytes(bytes, own.privateKey)
    },
  }
}
