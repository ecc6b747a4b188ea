import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bridgeText, harbourText } from '#core/fixtures/articleFiles'
import { assembleTestApp } from '#core/fixtures/openTestApp'
import { systemClock } from '#core/records/clock'
import { openArchive } from '#core/store/openArchive'
import { linesOf, runInProcess } from './fixtures/runInProcess'

let folder = ''
let archive = ''
const at = (name: string): string => join(folder, name)

const call = (args: readonly string[]) =>
  runInProcess(folder, args, {
    showProgress: true,
    openApp: async (place, opening) =>
      assembleTestApp(await openArchive(place, { clock: systemClock, ...opening }), {
        keysFolder: at('keys'),
      }),
  })

const json = async (...args: readonly string[]) => {
  const { status, out, err } = await call([...args, '--json'])
  const lines = linesOf(out)
  return { status, lines, last: lines.at(-1) ?? {}, said: out + err }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-sealing-'))
  archive = at('A')
  await writeFile(at('a.txt'), harbourText)
  await writeFile(at('b.txt'), bridgeText)
  await json('init', archive)
  await json('import', at('a.txt'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('signing', () => {
  it('wants a key first, then gives a pack that is known by it, and by its words', async () => {
    expect(await json('export', at('early.zip'), '--sign')).toMatchObject({
      status: 1,
      last: { code: 'no-signing-key' },
    })
    const { last: own } = await json('keys', 'make', 'Picture desk')
    expect(own).toMatchObject({ name: 'Picture desk', own: true })
    const { last: made } = await json('export', at('pack.zip'), '--sign')
    expect(made).toMatchObject({ event: 'exported', signed: true, encrypted: false })
    const { status, last } = await json('verify', at('pack.zip'))
    expect(status).toBe(0)
    expect(last).toMatchObject({
      ok: true,
      signed: 'known-key',
      signer: { name: 'Picture desk' },
      words: made['words'],
    })
    expect((await call(['verify', at('pack.zip')])).out).toContain((made['words'] as string[]).join(' '))
  })

  it('by somebody else is unknown until the user adds that key from the pack', async () => {
    await json('keys', 'make', 'Sender')
    await json('export', at('pack'), '--sign')
    await rm(at('keys'), { recursive: true })
    const before = await json('verify', at('pack'))
    expect(before.last).toMatchObject({ ok: true, signed: 'unknown-key' })
    expect((await json('keys')).lines).toEqual([])
    expect((await json('keys', 'add', 'The sender', '--from', at('pack'))).status).toBe(0)
    expect((await json('verify', at('pack'))).last).toMatchObject({
      signed: 'known-key',
      signer: { name: 'The sender' },
    })
    expect((await json('keys')).lines).toMatchObject([{ name: 'The sender', own: false }])
    expect((await json('keys', 'remove', 'The sender')).status).toBe(0)
    expect((await json('keys', 'remove', 'The sender')).last).toMatchObject({ code: 'no-such-key' })
    expect((await json('keys', 'add', 'X', 'nonsense')).last).toMatchObject({ code: 'key-unreadable' })
    expect((await json('keys', 'make')).status).toBe(2)
  })
})

describe('encrypting', () => {
  const passphrase = 'four quiet herons  at low tide'

  it('to a passphrase from a file writes only the encrypted pack, which is verified, compared and imported with it', async () => {
    await writeFile(at('secret'), `${passphrase}\r\nanother line`)
    const before = await readdir(folder)
    const made = await json('export', at('pack.zip.age'), '--passphrase-file', at('secret'))
    expect(made.last).toMatchObject({ encrypted: true, path: at('pack.zip.age') })
    expect((await readdir(folder)).sort()).toEqual([...before, 'pack.zip.age'].sort())
    expect(await readdir(join(archive, 'staging'))).toEqual([])
    expect((await readFile(at('pack.zip.age'))).includes('harbour')).toBe(false)
    expect((await stat(at('pack.zip.age'))).mode & 0o777).toBe(0o600)

    expect((await json('verify', at('pack.zip.age'))).last).toMatchObject({ code: 'passphrase-wanted' })
    await writeFile(at('wrong'), 'not this')
    const wrong = await json('verify', at('pack.zip.age'), '--passphrase-file', at('wrong'))
    expect(wrong).toMatchObject({ status: 1, last: { code: 'passphrase-wrong' } })
    const opened = await json('verify', at('pack.zip.age'), '--passphrase-file', at('secret'))
    expect(opened.last).toMatchObject({ ok: true, words: made.last['words'] })

    await json('init', at('B'))
    const refused = await json('import', '--archive', at('B'), at('pack.zip.age'))
    expect(refused.lines[0]).toMatchObject({ event: 'refused', code: 'passphrase-wanted' })
    const taken = await json(
      'import',
      '--archive',
      at('B'),
      at('pack.zip.age'),
      '--passphrase-file',
      at('secret'),
    )
    expect(taken.last).toMatchObject({ imported: 1, refused: 0 })
    for (const { said } of [made, wrong, opened, refused, taken]) expect(said).not.toContain('herons')
  }, 120_000)

  it('to recipients is opened by the identity of one of them', async () => {
    const identity = await generateX25519Identity()
    await writeFile(at('identity'), `# created: today\n${identity}\n`)
    const recipient = await identityToRecipient(identity)
    const other = await identityToRecipient(await generateX25519Identity())
    const made = await json('export', at('pack.age'), '--encrypt-to', other, '--encrypt-to', recipient)
    expect(made.status).toBe(0)
    expect((await json('verify', at('pack.age'), '--identity-file', at('identity'))).last).toMatchObject({
      ok: true,
    })
    expect((await json('export', at('x.age'), '--encrypt-to', 'me')).last).toMatchObject({
      code: 'recipient-unreadable',
    })
    const both = await json(
      'export',
      at('x.age'),
      '--encrypt-to',
      recipient,
      '--passphrase-file',
      at('identity'),
    )
    expect(both.status).toBe(2)
    expect(await readdir(folder)).not.toContain('x.age')
  })
})

describe('diff', () => {
  it('says what changed between two packs, and since one', async () => {
    await json('export', at('old.zip'))
    const { lines } = await json('import', at('b.txt'))
    await json('export', at('new'))
    const { status, lines: told, last } = await json('diff', at('old.zip'), at('new'))
    expect(status).toBe(0)
    expect(told[0]).toMatchObject({ event: 'difference', as: 'added', kind: 'article', id: lines[0]?.['id'] })
    expect(last).toMatchObject({
      event: 'compared',
      before: { name: 'old.zip' },
      after: { name: 'new' },
      removed: 0,
    })
    expect((await json('diff', at('old.zip'))).last).toMatchObject({ added: 0, removed: 0, changed: 0 })
    const { out } = await call(['diff', at('new'), at('old.zip')])
    expect(out).toMatch(/^- article "The bridge was inspected"/)
    expect(out).toMatch(/new → old\.zip: 0 added, \d+ removed, \d+ changed, \d+ the same\.\n$/)
    expect((await json('diff', at('a.txt'))).last).toMatchObject({ code: 'pack-unverifiable' })
  })
})
