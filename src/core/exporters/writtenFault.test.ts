import { constants } from 'node:os'
import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { packFault } from './pack/packFaults'
import { writtenFault } from './writtenFault'

const table = (error: unknown): unknown =>
  writtenFault(error, 'hits.csv', { what: 'the table', unwritable: 'table-unwritable' })

const fault = (code: string): Error => Object.assign(new Error(code), { code })

/** A fault, the code of what a person reads, and its words in brackets, if it has any. */
const faults: readonly (readonly [code: string, said: string, words: string])[] = [
  ['ENOSPC', 'disk-full', ''],
  ['EDQUOT', 'disk-full', ''],
  ['EEXIST', 'destination-exists', ''],
  ['ENOTEMPTY', 'destination-exists', ''],
  ['EACCES', 'unwritable', 'no right to write there'],
  ['EPERM', 'unwritable', 'no right to write there'],
  ['EROFS', 'unwritable', 'the disk is read-only'],
  ['ENOENT', 'unwritable', 'the folder is not there'],
  ['ENOTDIR', 'unwritable', 'the folder is not there'],
  ['ENAMETOOLONG', 'unwritable', 'the name is too long'],
  ['EIO', 'write-failed', 'input/output error'],
  ['EFBIG', 'write-failed', 'the file is too large for it'],
  ['ESTALE', 'write-failed', 'it is no longer there'],
  ['EWHATEVER', 'write-failed', 'EWHATEVER'],
]

describe('a fault of the disk while something is written', () => {
  it.each(faults)('%s is said in words, of a table and of a pack alike', (code, said, words) => {
    const kinds = [
      [table(fault(code)), 'table-unwritable', 'the table', 'hits.csv'],
      [packFault(fault(code), 'my-pack'), 'destination-unwritable', 'the pack', 'my-pack'],
    ] as const
    for (const [error, unwritable, what, place] of kinds) {
      if (!(error instanceof CuttingsError)) throw new TypeError('it is said in words')
      expect(error.code).toBe(said === 'unwritable' ? unwritable : said)
      expect(error.message).toContain(words === '' ? '' : `(${words})`)
      expect(error.message).toContain(/failed|full/.test(said) ? what : place)
      expect(error.cause).toMatchObject({ code })
    }
  })

  it('is known by its number, where the system has no name for it', () => {
    const quota = { code: 'Unknown system error -122', errno: -constants.errno.EDQUOT }
    expect(packFault(Object.assign(new Error('quota'), quota), 'p')).toMatchObject({ code: 'disk-full' })
  })

  it('is left alone where it is none, or is said already', () => {
    const others = [
      new Error('none'),
      new CuttingsError('cancelled'),
      new DOMException('x', 'AbortError'),
      'x',
    ]
    for (const other of others) expect([table(other), packFault(other, 'p')]).toEqual([other, other])
  })
})
