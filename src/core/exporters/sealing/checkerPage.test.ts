import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { sampleZip } from '#core/exporters/pack/fixtures/sampleZip'
import { sampleOptions, samplePack } from '#core/exporters/pack/fixtures/samplePack'
import { writePack } from '#core/exporters/pack/writePack'
import { checkerPage } from './checkerPage'
import { checkerScript } from './checkerScript'
import { checkPack } from '../../../checker/checkPack'
import { openZip } from '../../../checker/openZip'

const policyOf = (page: string): string =>
  /Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? ''

describe('verify.html', () => {
  it('runs its own script and no other, by its hash, and loads and sends nothing', () => {
    const page = checkerPage()
    const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(page) ?? []
    const hash = createHash('sha256').update(script).digest('base64')
    expect(policyOf(page)).toContain(`default-src 'none'; script-src 'sha256-${hash}'`)
    expect(policyOf(page)).not.toMatch(/unsafe|https?:|connect|\*/)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(
      /\beval\(|new Function|innerHTML|\bfetch\(|XMLHttpRequest|\s(?:src|href)=|\son\w+="/,
    )
    expect(page).toMatch(/<p class="notice" id="off">\s*This page needs its script[\s\S]*VERIFY\.txt/)
    expect(page).toContain('It cannot prove itself.')
  })

  it('is the same however often it is built', async () => {
    const root = join(import.meta.dirname, '../../../..')
    const { bundleChecker } = (await import(join(root, 'scripts/bundleChecker.mjs'))) as {
      readonly bundleChecker: (root: string) => Promise<string>
    }
    expect((await bundleChecker(root)) === checkerScript).toBe(true)
    expect(checkerPage() === checkerPage()).toBe(true)
  })

  it('is in each pack, named in its manifest, and finds a zip as it was written in order', async () => {
    const folder = await createTestFolder()
    const exported = await writePack(samplePack, sampleOptions(join(folder, 'pack.zip'), 'zip'))
    const pack = await openZip(await openAsBlob(join(folder, 'pack.zip')), 'pack.zip')
    expect(pack.files.has('verify.html')).toBe(true)
    const quiet = { signal: new AbortController().signal, onProgress: () => undefined }
    expect(await checkPack(pack, quiet)).toMatchObject({
      verdict: 'complete',
      words: exported.words,
      quotations: { total: 3, found: 3 },
    })
    const bytes = await readFile(join(folder, 'pack.zip'))
    const at = bytes.indexOf('The crane fell')
    bytes.write('D', at)
    await writeFile(join(folder, 'changed.zip'), bytes)
    const other = await openZip(await openAsBlob(join(folder, 'changed.zip')), 'changed.zip')
    expect((await checkPack(other, quiet)).verdict).toBe('changed')
  })

  it('reads a zip that another program compressed, and refuses what is no zip', async () => {
    const text = 'BagIt-Version: 1.0\n'.repeat(50)
    const plain = sampleZip([{ name: 'bagit.txt', bytes: text }])
    const packed = deflateRawSync(Buffer.from(text))
    const stored = Buffer.from(text)
    const start = plain.indexOf(stored)
    const small = Buffer.concat([plain.subarray(0, start), packed, plain.subarray(start + stored.length)])
    const list = small.indexOf(Buffer.from('PK\u0001\u0002'))
    small.writeUInt16LE(8, list + 10)
    small.writeUInt32LE(packed.length, list + 20)
    small.writeUInt32LE(list, small.length - 6)
    const pack = await openZip(new Blob([small]), 'x.zip')
    const parts: string[] = []
    for await (const piece of pack.files.get('bagit.txt')?.read() ?? [])
      parts.push(Buffer.from(piece).toString())
    expect(parts.join('')).toBe(text)
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(5000, 80), plain.subarray(0, 40)])
      await expect(openZip(new Blob([bytes]), 'x.zip')).rejects.toThrow('damaged')
  })
})
