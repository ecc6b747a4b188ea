import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWritePack } from '#core/exporters/pack/createWritePack'
import { filesUnder } from '#core/exporters/pack/fixtures/filesUnder'
import { plainBibliography, sampleOptions, samplePack } from '#core/exporters/pack/fixtures/samplePack'
import { packDisk } from '#core/exporters/pack/packDisk'
import { readPack } from '#core/exporters/pack/readPack'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { fingerprintWords } from '#shared/fingerprint/fingerprintWords'
import { createKeyring } from './createKeyring'
import { vector } from './fixtures/signatureVector'
import { privateKeyOf, signBytes } from './signatures'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})
const sign = (bytes: Uint8Array) => Promise.resolve(signBytes(bytes, privateKeyOf(vector.privateKey)))
const signer = { publicKey: vector.publicKey, fingerprint: vector.fingerprint }
const signatureOf = (pack: string): string => join(pack, 'tagmanifest-sha256.txt.sig')

let pack = ''
beforeEach(async () => {
  pack = join(await createTestFolder(), 'pack')
})

describe('a signed pack', () => {
  it('differs from the unsigned one by its signature alone, and can be taken in', async () => {
    await writePack(samplePack, { ...sampleOptions(pack), sign })
    await writePack(samplePack, sampleOptions(`${pack}-unsigned`))
    const [signed, unsigned] = [await filesUnder(pack), await filesUnder(`${pack}-unsigned`)]
    expect(signed.delete('tagmanifest-sha256.txt.sig')).toBe(true)
    expect(signed).toEqual(unsigned)
    await (await readPack(pack)).close()
  })

  it('is by an unknown key until the user knows it, and tells its words', async () => {
    const { words, sha256 } = await writePack(samplePack, { ...sampleOptions(pack), sign })
    expect(await verifyPack(pack)).toMatchObject({ problems: 0, signed: 'unknown-key', signer, words })
    expect(words).toEqual(fingerprintWords(sha256))
    const keys = createKeyring(join(pack, '..', 'keys'))
    await keys.add('The desk', vector.publicKey)
    const { known: knownKeys } = await keys.list()
    expect(await verifyPack(pack, { knownKeys })).toMatchObject({
      signed: 'known-key',
      signer: { ...signer, name: 'The desk' },
    })
  })

  it('is changed where the signature is of something else, as a folder and as a zip', async () => {
    const wrong = () => Promise.resolve(vector.signature)
    await expect(writePack(samplePack, { ...sampleOptions(pack), sign: wrong })).rejects.toMatchObject({
      code: 'write-failed',
    })
    await writePack(samplePack, { ...sampleOptions(pack), sign })
    await writeFile(signatureOf(pack), vector.signature)
    expect(await verifyPack(pack)).toMatchObject({ problems: 1, unchanged: 'no', signed: 'wrong' })
    await expect(readPack(pack)).rejects.toMatchObject({ code: 'pack-changed' })
    // Negative control: without the foreign signature nothing is wrong with it.
    await rm(signatureOf(pack))
    expect(await verifyPack(pack)).toMatchObject({ problems: 0, unchanged: 'yes', signed: 'unsigned' })
  })

  it('cannot be told where the key is of another kind, which is no fault of the pack', async () => {
    await writePack(samplePack, sampleOptions(pack))
    await writeFile(signatureOf(pack), vector.byEcdsa)
    expect(await verifyPack(pack)).toMatchObject({ problems: 0, complete: 'yes', signed: 'cannot-tell' })
  })

  it('has a file that ssh-keygen checks as VERIFY.txt says, where that is installed', async () => {
    await writePack(samplePack, { ...sampleOptions(pack), sign })
    const [, command = ''] =
      /^ {2}ssh-keygen (-Y check-novalidate .*) < /m.exec(await readFile(join(pack, 'VERIFY.txt'), 'utf8')) ??
      []
    expect(command).toContain('-n citation-pack')
    const input = await readFile(join(pack, 'tagmanifest-sha256.txt'))
    const run = spawnSync('ssh-keygen', command.split(' '), { cwd: pack, input, encoding: 'utf8' })
    if (run.error) expect(run.error).toMatchObject({ code: 'ENOENT' })
    else expect(run.stdout).toContain(`Good "citation-pack" signature with ED25519 key ${vector.fingerprint}`)
  })
})
