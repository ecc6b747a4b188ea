import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packDisk, type PackDisk } from '../exporters/pack/packDisk'
import { createTestFolder } from '../store/fixtures/testFolder'
import { writeTable, type TablePart } from './writeTable'

const parts = async function* (...texts: string[]): AsyncGenerator<TablePart> {
  for (const text of texts) yield await Promise.resolve({ rows: 1, text })
}

/** A disk that reports a fault once so many bytes are written. */
const failing = (code: string, after: number): PackDisk => ({
  ...packDisk,
  create: async (path) => {
    const file = await packDisk.create(path)
    let written = 0
    return {
      ...file,
      write: (chunk) => {
        written += chunk.byteLength
        return written > after ? Promise.reject(Object.assign(new Error(code), { code })) : file.write(chunk)
      },
    }
  },
})

describe('writeTable', () => {
  it('writes whole, and answers what it wrote', async () => {
    const folder = await createTestFolder()
    const path = join(folder, 'hits.csv')
    expect(await writeTable(path, parts('a\r\n', 'é\r\n'), packDisk)).toEqual({
      name: 'hits.csv',
      rows: 2,
      bytes: 7,
    })
    expect(await readFile(path, 'utf8')).toBe('a\r\né\r\n')
    expect(await readdir(folder)).toEqual(['hits.csv'])
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'write-failed'],
    ['EROFS', 'table-unwritable'],
  ])('leaves nothing where the disk says %s', async (fault, code) => {
    const folder = await createTestFolder()
    const path = join(folder, 'hits.csv')
    const work = writeTable(path, parts('a\r\n', 'b\r\n'), failing(fault, 3))
    await expect(work).rejects.toMatchObject({ code })
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing where its name could not be made durable', async () => {
    const folder = await createTestFolder()
    const syncFolder = (): Promise<void> => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
    const work = writeTable(join(folder, 'hits.csv'), parts('a\r\n'), { ...packDisk, syncFolder })
    await expect(work).rejects.toMatchObject({ code: 'write-failed' })
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing where the rows end in a fault', async () => {
    const folder = await createTestFolder()
    const broken = async function* (): AsyncGenerator<TablePart> {
      yield await Promise.resolve({ rows: 1, text: 'a' })
      throw new DOMException('stopped', 'AbortError')
    }
    await expect(writeTable(join(folder, 'hits.csv'), broken(), packDisk)).rejects.toThrow('stopped')
    expect(await readdir(folder)).toEqual([])
  })

  it('writes over nothing, also over what comes while it writes', async () => {
    const folder = await createTestFolder()
    const path = join(folder, 'hits.csv')
    const meanwhile = async function* (): AsyncGenerator<TablePart> {
      await writeFile(path, 'of somebody')
      yield { rows: 1, text: 'a' }
    }
    const exists = { code: 'destination-exists', details: { place: 'hits.csv' } }
    await expect(writeTable(path, meanwhile(), packDisk)).rejects.toMatchObject(exists)
    await expect(writeTable(path, parts('a'), packDisk)).rejects.toMatchObject(exists)
    expect(await readFile(path, 'utf8')).toBe('of somebody')
    expect(await readdir(folder)).toEqual(['hits.csv'])
  })

  it('says that the folder is not there, by the name of the table alone', async () => {
    const folder = await createTestFolder()
    const work = writeTable(join(folder, 'nowhere', 'hits.csv'), parts('a'), packDisk)
    await expect(work).rejects.toMatchObject({
      code: 'table-unwritable',
      message:
        'The table cannot be written to hits.csv (the folder is not there). Nothing was left there. Choose another folder.',
    })
  })
})
