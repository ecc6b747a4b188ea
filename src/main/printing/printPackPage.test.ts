import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { packDisk } from '#core/exporters/pack/packDisk'
import type { PackPages } from '#core/printing/types'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { pagesIn, paperOf, pdfOptions } from './pdfOptions'
import { pdfName, printPackPage, type PrintDependencies } from './printPackPage'

const pdf = Buffer.from(
  '%PDF-1.4\n<</Type /Pages /Count 2>>\n<</Type /Page\n>>\n<</Type /Page/Parent 1>>\n%%EOF',
)
const story = 'data/articles/a-quay-01234567/annotated.html'
const pages: PackPages = {
  pages: [{ number: 0, kind: 'annotated', title: 'A quay' }],
  pathOf: () => story,
  read: () => Promise.resolve(undefined),
  check: () => undefined,
  close: () => Promise.resolve(),
}

/** Prints into a new folder; answers what came of it and what is in the folder then. */
const print = async (
  with_: Partial<PrintDependencies>,
  own: Partial<PackPages> = {},
  signal?: AbortSignal,
) => {
  const folder = await createTestFolder()
  const asked: string[] = []
  const choose: PrintDependencies['choose'] = (name, place) => {
    asked.push(name, place)
    return Promise.resolve(join(folder, 'chosen.pdf'))
  }
  const outcome = await printPackPage(
    join(folder, 'pack.zip'),
    { ...pages, ...own },
    0,
    { choose, print: () => Promise.resolve(pdf), ...with_ },
    signal,
  ).catch((error: unknown) => (error instanceof CuttingsError ? error.code : error))
  return { folder, asked, outcome, left: await readdir(folder) }
}

describe('a page that is printed', () => {
  it('becomes a file of its own where the user chooses, proposed beside the pack by a name that says what it is', async () => {
    const { folder, asked, outcome } = await print({})
    expect(asked).toEqual(['pack_a-quay-01234567_annotated.pdf', folder])
    expect(outcome).toEqual({
      path: join(folder, 'chosen.pdf'),
      name: 'chosen.pdf',
      pages: 2,
      bytes: pdf.length,
    })
    expect(await readFile(join(folder, 'chosen.pdf'))).toEqual(pdf)
    expect(pdfName('/a/B.ZIP', 'data/photos/contact-sheet.html')).toBe('B_contact-sheet.pdf')
  })

  it('is not printed at all where the dialog is closed without a choice', async () => {
    const { outcome, left } = await print({
      choose: () => Promise.resolve(undefined),
      print: () => Promise.reject(new Error('was asked')),
    })
    expect([outcome, left]).toEqual([undefined, []])
  })

  it.each<[string, string, Partial<PrintDependencies>, Partial<PackPages>]>([
    ['cannot be drawn', 'print-failed', { print: () => Promise.reject(new Error('ERR_FAILED')) }, {}],
    ['comes out as nothing', 'print-failed', { print: () => Promise.resolve(Buffer.from('%PDF-1.4')) }, {}],
    [
      'comes out as something else',
      'print-failed',
      { print: () => Promise.resolve(Buffer.from('<html>')) },
      {},
    ],
    [
      'is not the page that was written',
      'pack-changed',
      {},
      {
        check: () => {
          throw new CuttingsError('pack-changed', { reason: 'x' })
        },
      },
    ],
    [
      'finds no room',
      'disk-full',
      {
        disk: {
          ...packDisk,
          create: async (path) => ({
            ...(await packDisk.create(path)),
            write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
          }),
        },
      },
      {},
    ],
    [
      'has no right to its place',
      'pdf-unwritable',
      {
        disk: {
          ...packDisk,
          rename: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
        },
      },
      {},
    ],
  ])('leaves nothing where it %s', async (_, code, dependencies, own) => {
    expect(await print(dependencies, own)).toMatchObject({ outcome: code, left: [] })
  })

  it('leaves nothing where it is stopped, whatever stopping makes of the printing', async () => {
    const stop = new AbortController()
    const stopping: PrintDependencies['print'] = () => {
      stop.abort()
      return Promise.reject(new Error('the window was destroyed'))
    }
    expect(await print({ print: stopping }, {}, stop.signal)).toMatchObject({
      outcome: 'cancelled',
      left: [],
    })
    const late: PrintDependencies['print'] = () => {
      stop.abort()
      return Promise.resolve(pdf)
    }
    expect(await print({ print: late }, {}, stop.signal)).toMatchObject({ outcome: 'cancelled', left: [] })
  })

  it('writes over nothing', async () => {
    const place = join(await createTestFolder(), 'held.pdf')
    await writeFile(place, 'held')
    expect(await print({ choose: () => Promise.resolve(place) })).toMatchObject({
      outcome: 'destination-exists',
    })
    expect(await readFile(place, 'utf8')).toBe('held')
  })
})

describe('the paper', () => {
  it.each([
    ['en-US', 'Letter'],
    ['fr-CA', 'Letter'],
    ['es-MX', 'Letter'],
    ['en-GB', 'A4'],
    ['de', 'A4'],
    ['ar', 'A4'],
    ['', 'A4'],
    ['C.UTF-8', 'A4'],
  ])('of %s is %s', (locale, paper) => {
    expect(paperOf(locale)).toBe(paper)
  })

  it('gets tags and an outline, for who does not see it', () => {
    expect(pdfOptions('de-DE')).toMatchObject({
      pageSize: 'A4',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  })

  it('is counted page by page, and not at all of what is no PDF', () => {
    expect(pagesIn(pdf)).toBe(2)
    expect(pagesIn(Buffer.from('<</Type /Page>>'))).toBe(0)
  })
})
