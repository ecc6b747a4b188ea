import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { createKeyring } from './createKeyring'
import { vector } from './fixtures/signatureVector'
import { checkSignature } from './signatures'

let folder = ''
beforeEach(async () => {
  folder = join(await createTestFolder(), 'settings', 'keys')
})

describe('the keys of this user', () => {
  it('begin with none, and nothing is written before one is made', async () => {
    const keys = createKeyring(folder)
    expect(await keys.list()).toEqual({ known: [] })
    await expect(keys.sign(Buffer.from('a'))).rejects.toMatchObject({ code: 'no-signing-key' })
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  it('sign with the one that was made, which only its user can read', async () => {
    const made = await createKeyring(folder).make('Picture desk')
    const keys = createKeyring(folder)
    expect(await keys.list()).toEqual({ own: made, known: [] })
    expect(checkSignature(await keys.sign(Buffer.from('a')), Buffer.from('a'))).toHaveProperty('key')
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600)
    await expect(keys.make('Another')).rejects.toMatchObject({ code: 'key-exists' })
    expect((await keys.list()).own).toEqual(made)
  })

  it('know others by the name that the user gave them, each once', async () => {
    const keys = createKeyring(folder)
    const known = await keys.add('The desk', `${vector.publicKey} someone@somewhere`)
    expect(known).toEqual({ name: 'The desk', publicKey: vector.publicKey, fingerprint: vector.fingerprint })
    await expect(keys.add('Again', vector.publicKey)).rejects.toMatchObject({ code: 'key-known' })
    for (const line of ['', 'ssh-rsa AAAA', 'ssh-ed25519 AAAA', vector.publicKey.slice(0, -4)])
      await expect(keys.add('X', line)).rejects.toMatchObject({ code: 'key-unreadable' })
    await keys.remove(vector.fingerprint)
    expect((await keys.list()).known).toEqual([])
    await expect(keys.remove(vector.fingerprint)).rejects.toMatchObject({ code: 'no-such-key' })
  })

  it('that cannot be read are said so, and no new one takes their place', async () => {
    const keys = createKeyring(folder)
    await keys.make('Desk')
    const path = join(folder, 'signing-key.json')
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 40))
    await expect(keys.make('Desk')).rejects.toMatchObject({ code: 'keys-unreadable' })
    await expect(keys.sign(Buffer.from('a'))).rejects.toMatchObject({ code: 'keys-unreadable' })
  })
})
