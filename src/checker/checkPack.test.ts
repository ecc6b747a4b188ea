import { describe, expect, it } from 'vitest'
import { fingerprintWords } from '#shared/fingerprint/fingerprintWords'
import { signatureFile } from '#shared/signature/sshSignature'
import { blobEntry } from './blobEntry'
import { checkPack } from './checkPack'
import { blobsOf, signSmall, smallPack, textPath, webSha256 } from './fixtures/smallPack'
import { packRoot } from './packRoot'

const report = (files: ReadonlyMap<string, string>, signal = new AbortController().signal) => {
  const entries = new Map([...blobsOf(files)].map(([path, blob]) => [`pack/${path}`, blobEntry(blob)]))
  return checkPack(packRoot('dropped', entries), { signal, onProgress: () => undefined })
}

const found = async (files: ReadonlyMap<string, string>): Promise<string[]> =>
  (await report(files)).findings.map(({ kind, path }) => `${kind} ${path}`)

describe('the check of verify.html', () => {
  it('calls a pack complete, finds its quotations by code points, and tells its twelve words', async () => {
    const files = await smallPack()
    const sha256 = await webSha256(new TextEncoder().encode(files.get('tagmanifest-sha256.txt')))
    expect(await report(files)).toMatchObject({
      verdict: 'complete',
      findings: [],
      checked: 5,
      sha256,
      words: fingerprintWords(sha256),
      signature: { state: 'unsigned' },
      quotations: { total: 2, found: 2 },
    })
  })

  it('names what was changed, what is missing and what was added', async () => {
    const changed = await smallPack()
    changed.set(textPath, (changed.get(textPath) ?? '').replace('1902', '1903'))
    expect(await found(changed)).toEqual([`changed ${textPath}`])
    expect((await report(changed)).verdict).toBe('changed')
    const missing = await smallPack()
    missing.delete(textPath)
    expect(await found(missing)).toEqual([`missing ${textPath}`])
    const added = await smallPack()
    added.set('data/.DS_Store', '').set('NOTE.txt', 'new')
    expect(await found(added)).toEqual(['added data/.DS_Store', 'added NOTE.txt'])
    expect((await report(added)).verdict).toBe('incomplete')
  })

  it('finds a quotation that does not stand where the pack says, though every manifest fits', async () => {
    const moved = await smallPack((files) => files.set(textPath, `One more line.\n${files.get(textPath)}`))
    const { verdict, quotations } = await report(moved)
    expect(verdict).toBe('complete')
    expect(quotations).toMatchObject({ total: 2, found: 0 })
    expect(quotations.findings.map(({ kind }) => kind)).toEqual(['moved', 'lost'])
    const lost = await smallPack((files) => files.set(textPath, 'Nothing of it.\n'))
    expect((await report(lost)).quotations.findings[0]).toMatchObject({ kind: 'lost', text: textPath })
  })

  it('tells nothing of a pack without manifests, or with one that says two things', async () => {
    const none = await smallPack()
    none.delete('manifest-sha256.txt')
    expect(await report(none)).toMatchObject({ verdict: 'cannot-tell', findings: [] })
    const twice = await smallPack()
    twice.set('manifest-sha256.txt', `${twice.get('manifest-sha256.txt')}${'0'.repeat(64)}  ${textPath}\n`)
    expect(await report(twice)).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'manifest-sha256.txt names a file twice.',
    })
  })

  it('checks a signature, and calls a pack changed that bears one of another pack', async () => {
    const signed = await signSmall(await smallPack())
    expect(await report(signed)).toMatchObject({ verdict: 'complete', signature: { state: 'signed' } })
    const other = await smallPack((files) => files.set(textPath, 'Another text.\n'))
    other.set(signatureFile, signed.get(signatureFile) ?? '')
    expect(await report(other)).toMatchObject({ verdict: 'changed', signature: { state: 'wrong' } })
    // Negative control: without the foreign signature the same pack is in order.
    other.delete(signatureFile)
    expect((await report(other)).verdict).toBe('complete')
  })

  it('stops when it is told to', async () => {
    await expect(report(await smallPack(), AbortSignal.abort())).rejects.toThrow('abort')
  })

  it('wants the folder of one pack', async () => {
    const entry = blobEntry(new Blob(['x']))
    expect(() => packRoot('x', new Map([['a/b.txt', entry]]))).toThrow('There is no pack here')
    const two = new Map([
      ['a/bagit.txt', entry],
      ['b/bagit.txt', entry],
    ])
    expect(() => packRoot('x', two)).toThrow('more than one pack')
    const beside = packRoot(
      'x',
      new Map([
        ['a/bagit.txt', entry],
        ['note.txt', entry],
      ]),
    )
    expect([...beside.files.keys()]).toEqual(['bagit.txt', '../note.txt'])
  })
})
