import { randomBytes, scrypt } from 'node:crypto'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Stanza, type Identity, type Recipient } from 'age-encryption'

/**
 * The scrypt stanza of age (C2SP age, 'scrypt recipient stanza') with the system's own scrypt: it works beside this thread,
 * where the library's would hold everything up for two seconds.
 */
const label = 'age-encryption.org/v1/scrypt'
const workFactor = 18
/** More than this would be somebody's wish that the program stands still: 1 GB of memory. */
const largestFactor = 20

const bare = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

const keyOf = (passphrase: string, salt: Uint8Array, factor: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** factor, r: 8, p: 1, maxmem: 2 ** (factor + 11) }
    scrypt(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

const noNonce = new Uint8Array(12)

export const scryptRecipient = (passphrase: string): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = randomBytes(16)
    const cipher = chacha20poly1305(await keyOf(passphrase, salt, workFactor), noNonce)
    return [new Stanza(['scrypt', bare(salt), String(workFactor)], cipher.encrypt(fileKey))]
  },
})

export const scryptIdentity = (passphrase: string): Identity => ({
  unwrapFileKey: async (stanzas) => {
    const stanza = stanzas.find(({ args }) => args[0] === 'scrypt')
    if (!stanza) return null
    const salt = Buffer.from(stanza.args[1] ?? '', 'base64')
    const factor = Number(stanza.args[2])
    const isSound = stanzas.length === 1 && salt.length === 16 && stanza.body.length === 32
    if (!isSound || !/^[1-9]\d?$/.test(stanza.args[2] ?? '') || factor > largestFactor)
      throw new Error('its scrypt stanza is not one that this program makes or takes')
    const cipher = chacha20poly1305(await keyOf(passphrase, salt, factor), noNonce)
    try {
      return cipher.decrypt(stanza.body)
    } catch {
      return null
    }
  },
})
