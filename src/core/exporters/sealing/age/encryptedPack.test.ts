import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import { plainBibliography, sampleOptions, samplePack } from '#core/exporters/pack/fixtures/samplePack'
import { packDisk } from '#core/exporters/pack/packDisk'
import { readPack } from '#core/exporters/pack/readPack'
import { sortedRecords } from '#core/exporters/pack/sortedRecords'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { encryptFile } from './encryptFile'
import type { Lock } from './types'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})
const passphrase = 'four quiet herons at low tide'

let folder = ''
let zip = ''
let locked = ''
beforeEach(async () => {
  folder = await createTestFolder()
  zip = join(folder, 'pack.zip')
  locked = join(folder, 'pack.zip.age')
  await writePack(samplePack, sampleOptions(zip, 'zip'))
})

const encrypt = (lock: Lock, options = {}) => encryptFile({ from: zip, to: locked, lock }, packDisk, options)

describe('an encrypted pack', () => {
  it('is what age itself opens, by its passphrase or by an identity', async () => {
    await encrypt({ passphrase })
    const plain = await readFile(zip)
    const byPassphrase = new Decrypter()
    byPassphrase.addPassphrase(passphrase)
    expect(Buffer.from(await byPassphrase.decrypt(await readFile(locked))).equals(plain)).toBe(true)
    const identity = await generateX25519Identity()
    const byKey = new Encrypter()
    byKey.addRecipient(await identityToRecipient(identity))
    await writeFile(locked, await byKey.encrypt(plain))
    expect(await verifyPack(locked, { unlock: { identity } })).toMatchObject({ problems: 0, complete: 'yes' })
  })

  it('verifies and gives back its records without being decrypted to anywhere', async () => {
    const identity = await generateX25519Identity()
    await encrypt({ recipients: [await identityToRecipient(identity)] })
    const before = await readdir(folder)
    const plain = await verifyPack(zip)
    expect(await verifyPack(locked, { unlock: { identity } })).toEqual({ ...plain, name: 'pack.zip.age' })
    const pack = await readPack(locked, { unlock: { identity } })
    expect(pack.records).toEqual(sortedRecords(samplePack.records))
    for (const { sha256, bytes } of samplePack.records.originals) {
      let read = 0
      for await (const piece of pack.readOriginal(sha256)) read += piece.byteLength
      expect(read).toBe(bytes)
    }
    await pack.close()
    expect(await readdir(folder)).toEqual(before)
  })

  it('says plainly that a passphrase is wanted, and that one is wrong', async () => {
    await encrypt({ passphrase })
    await expect(verifyPack(locked)).rejects.toMatchObject({ code: 'passphrase-wanted' })
    for (const unlock of [
      { passphrase: 'another' },
      { identity: await generateX25519Identity() },
      { identity: 'x' },
    ])
      await expect(verifyPack(locked, { unlock })).rejects.toMatchObject({ code: 'passphrase-wrong' })
    expect(await verifyPack(locked, { unlock: { passphrase } })).toMatchObject({ problems: 0 })
  })

  it('that was cut short or changed is damaged, never half a pack', async () => {
    const identity = await generateX25519Identity()
    await encrypt({ recipients: [await identityToRecipient(identity)] })
    const whole = await readFile(locked)
    const flipped = Buffer.from(whole)
    flipped[flipped.length - 40_000] = (flipped[flipped.length - 40_000] ?? 0) ^ 1
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 65_700), whole.subarray(0, 60), flipped]) {
      await writeFile(locked, bytes)
      await expect(verifyPack(locked, { unlock: { identity } })).rejects.toMatchObject({
        code: 'encryption-damaged',
      })
    }
  })

  it('leaves nothing where it is cancelled or its recipient is none', async () => {
    const before = await readdir(folder)
    await expect(encrypt({ recipients: ['age1none'] })).rejects.toMatchObject({
      code: 'recipient-unreadable',
    })
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    await expect(encrypt({ passphrase }, { signal: controller.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(await readdir(folder)).toEqual(before)
  })
})
