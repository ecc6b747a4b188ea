import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTestFolder } from '../../store/fixtures/testFolder'
import { previewList } from './previewList'
import { readList } from './readList'

const file = async (content: string | Uint8Array): Promise<{ path: string }> => {
  const path = join(await createTestFolder(), 'list.csv')
  await writeFile(path, content)
  return { path }
}

describe('readList', () => {
  it('reads a table with quoted cells, in the charset that it is in', async () => {
    const source = await file(
      Buffer.from('\ufeffid;name\r\n1;"Smith; ""Jo"""\r\n\r\n2;Müller\r\n', 'utf16le'),
    )
    expect(await readList(source, 'cells')).toEqual([
      ['id', 'name'],
      ['1', 'Smith; "Jo"'],
      ['2', 'Müller'],
    ])
  })

  it('keeps the commas of names in a list of one column, quoted or not', async () => {
    const text = 'Name\nSmith, John\n"Doe, Jane"\n'
    expect(await readList({ text }, 'cells')).toEqual([['Name'], ['Smith, John'], ['Doe, Jane']])
  })

  it('takes each line as it stands where that is asked for', async () => {
    const text = 'Smith, John\r\nDoe, Jane\n\n  \nLast, One'
    expect((await readList({ text }, 'cells'))[0]).toEqual(['Smith', 'John'])
    expect(await readList({ text }, 'lines')).toEqual([['Smith, John'], ['Doe, Jane'], ['Last, One']])
  })

  it('keeps the beginning of a line that has no end, without adding to all of it again and again', async () => {
    const source = await file(`${'x'.repeat(20 * 1024 * 1024)}\nAda`)
    const [long, short] = await readList(source, 'lines')
    expect(long?.[0]?.length).toBeLessThan(1024 * 1024)
    expect(short).toEqual(['Ada'])
  })

  it('takes off the apostrophe that kept a cell from being run', async () => {
    expect(await readList({ text: "a,b\n'=x,'@y\n" }, 'cells')).toEqual([
      ['a', 'b'],
      ['=x', '@y'],
    ])
  })

  it.each([
    ['NUL characters', 'a\n\0b\n'],
    ['nothing', '\n \n'],
    ['a quote that is never closed', `a,b\n"${'x,'.repeat(10)}`],
  ])('refuses %s as a list, whether pasted or chosen', async (_, text) => {
    const refused = { code: 'list-unreadable' }
    await expect(readList({ text }, 'cells')).rejects.toMatchObject(refused)
    await expect(readList(await file(text), 'cells')).rejects.toMatchObject(refused)
  })

  it('refuses what is no text, and reads what is nearly UTF-8', async () => {
    const binary = Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)
    await expect(readList(await file(binary), 'cells')).rejects.toMatchObject({ code: 'list-unreadable' })
    const [row] = await readList(await file(Buffer.from([0x61, 0xff, 0x62, 0x0a])), 'cells')
    expect(row?.[0]).toMatch(/^a.b$/u)
  })

  it('refuses more rows than can be run, and a file that is too large, before it is read', async () => {
    const rows = (count: number): string => Array.from({ length: count }, (_, at) => `name ${at}\n`).join('')
    expect(await readList({ text: rows(10_001) }, 'cells')).toHaveLength(10_001)
    const tooMany = { code: 'list-limit', details: { most: 10_000, what: 'rows' } }
    await expect(readList({ text: rows(10_002) }, 'cells')).rejects.toMatchObject(tooMany)
    await expect(readList({ text: rows(10_002) }, 'lines')).rejects.toMatchObject(tooMany)
    const huge = await file('name\n')
    await truncate(huge.path, 51 * 1024 * 1024)
    await expect(readList(huge, 'cells')).rejects.toMatchObject({ code: 'list-limit' })
    await expect(readList({ text: 'x'.repeat(2_000_001) }, 'cells')).rejects.toMatchObject({
      code: 'list-limit',
    })
  })

  it('follows no link', async () => {
    const folder = await createTestFolder()
    await expect(readList({ path: folder }, 'cells')).rejects.toMatchObject({ code: 'list-unreadable' })
  })
})

describe('previewList', () => {
  it.each([
    [
      'a telling head',
      [
        ['id', 'Suchbegriff'],
        ['1', 'Hafen'],
      ],
      true,
      1,
    ],
    ['a head in another script', [['الاسم'], ['محمد']], true, 0],
    [
      'words over figures',
      [
        ['who', 'how many'],
        ['Ada', '3'],
        ['Bob', '4'],
      ],
      true,
      0,
    ],
    ['names from the first row on', [['Ada'], ['Bob']], false, 0],
    [
      'figures beside names',
      [
        ['1', 'Ada'],
        ['2', 'Bob'],
      ],
      false,
      1,
    ],
  ])('sees %s', (_, rows, hasHeads, column) => {
    expect(previewList(rows)).toMatchObject({ hasHeads, column, rows: rows.length })
  })

  it('chooses a column that it shows, whatever stands beyond those', () => {
    const heads = [...Array.from({ length: 1500 }, (_, at) => `c${at}`), 'name']
    expect(previewList([heads, ['Ada'], ['Bob']])).toMatchObject({ column: 0 })
  })

  it('shows the beginning of rows that are very wide and very long', () => {
    const preview = previewList([Array.from({ length: 1000 }, () => 'x'.repeat(5000)), ['a']])
    expect(preview.columns).toHaveLength(50)
    expect(preview.columns[0]).toHaveLength(200)
    expect(preview.sample[1]).toEqual(['a', ...Array.from({ length: 49 }, () => '')])
  })
})
