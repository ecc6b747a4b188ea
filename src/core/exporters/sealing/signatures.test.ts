import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { fromBase64, toBase64 } from '#shared/signature/base64'
import { publicKeyLine, readPublicKey, readSignature } from '#shared/signature/sshSignature'
import { checkSignature, fingerprintOf, privateKeyOf, rawPublicKey, signBytes } from './signatures'
import { vector } from './fixtures/signatureVector'

const message = Buffer.from(vector.message)
const privateKey = privateKeyOf(vector.privateKey)
const raw = rawPublicKey(privateKey)

describe('a signature', () => {
  it('is byte for byte what ssh-keygen made with the same key', () => {
    expect(signBytes(message, privateKey)).toBe(vector.signature)
    expect(publicKeyLine(raw)).toBe(vector.publicKey)
    expect(fingerprintOf(raw)).toBe(vector.fingerprint)
    expect(readPublicKey(`${vector.publicKey} a comment`)).toEqual(new Uint8Array(raw))
  })

  it('holds for its own bytes and its own use alone', () => {
    const own = checkSignature(vector.signature, message)
    expect(own).toEqual({ key: new Uint8Array(raw) })
    expect(checkSignature(vector.signature, Buffer.from(`${vector.message}.`))).toBe('wrong')
    expect(checkSignature(vector.otherUse, message)).toBe('wrong')
    // Negative control: for that other use it is a sound signature of these bytes.
    expect(readSignature(vector.otherUse)).toMatchObject({ namespace: 'file', hash: 'sha512' })
  })

  it('by a kind of key that is not known here is said to be that, and what is none is wrong', () => {
    expect(checkSignature(vector.byEcdsa, message)).toBe('unsupported')
    for (const text of [
      '',
      'signed',
      vector.signature.replace('U1NIU0lH', 'U1NIU0lI'),
      vector.signature.slice(0, -80),
    ])
      expect(checkSignature(text, message)).toBe('wrong')
  })

  it('never throws, and never holds once a byte of it is another', () => {
    const armor = vector.signature.split('\n')
    const blob = fromBase64(armor.slice(1, -2).join('')) ?? new Uint8Array()
    fc.assert(
      fc.property(fc.nat(blob.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = Uint8Array.from(blob)
        other[at] = (other[at] ?? 0) ^ by
        const text = [armor[0], toBase64(other), armor.at(-2), ''].join('\n')
        expect(typeof checkSignature(text, message)).toBe('string')
      }),
    )
  })

  it('is accepted by ssh-keygen itself, wherever that is installed', async () => {
    const folder = await createTestFolder()
    const fresh = generateKeyPairSync('ed25519').privateKey
    const at = (name: string): string => join(folder, name)
    await writeFile(at('sig'), signBytes(message, fresh))
    await writeFile(at('allowed'), `desk namespaces="citation-pack" ${publicKeyLine(rawPublicKey(fresh))}\n`)
    const check = (input: Buffer) =>
      spawnSync(
        'ssh-keygen',
        ['-Y', 'verify', '-f', at('allowed'), '-I', 'desk', '-n', 'citation-pack', '-s', at('sig')],
        { input },
      )
    const run = check(message)
    // Where the tool is not installed its own answers are in the vector, which the tests above hold against this code.
    if (run.error) expect(run.error).toMatchObject({ code: 'ENOENT' })
    else {
      expect(run.status, run.stderr.toString()).toBe(0)
      expect(check(Buffer.from('another')).status).not.toBe(0)
    }
  })
})

it('base64 is what Buffer makes, and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64')
      expect(toBase64(bytes)).toBe(text)
      expect(fromBase64(text)).toEqual(bytes)
      expect(fromBase64(text.replaceAll('=', ''))).toEqual(bytes)
    }),
  )
  expect(fromBase64('a b')).toBeUndefined()
})
