import { open } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { systemClock as clock } from '../../records/clock'
import { createExampleArchive } from '../fixtures/exampleArchive'
import { startOpener, type Opener } from '../fixtures/startOpener'
import { openArchive } from '../openArchive'
import { openReader, type ReaderMode } from './openReader'

/** Bytes of the two heads of a -shm, which its writer fills when it begins (https://www.sqlite.org/walformat.html). */
const heads = 136

let writer: Opener | undefined
afterEach(async () => {
  await writer?.kill()
  writer = undefined
})

/** An archive that another process writes, whose -shm is as it is before that process has filled it. */
const unfilled = async () => {
  const { archive, folder, article } = await createExampleArchive()
  await archive.close()
  // Opened once more, it has the day's copy: a writer that makes one would find its index unfilled, and fill it.
  await (await openArchive(folder, { clock })).close()
  writer = await startOpener()
  expect(await writer.open(folder)).toMatchObject({ writable: true })
  const shared = await open(`${archive.layout.catalogue}-shm`, 'r+')
  const filled = Buffer.alloc(heads)
  await shared.read(filled, 0, heads, 0)
  await shared.write(Buffer.alloc(heads), 0, heads, 0)
  const { catalogue } = archive.layout
  return {
    folder,
    catalogue,
    article,
    fill: () => shared.write(filled, 0, heads, 0),
    end: () => shared.close(),
  }
}

test('reads what is committed where a writer made its index of the log and never filled it', async () => {
  const { folder, article, end } = await unfilled()
  const reader = await openArchive(folder, { clock })
  expect(reader.readOnly).toMatchObject({ reason: 'in-use' })
  expect(reader.catalogue.record(article.id)).toEqual(article)
  await reader.close()
  await end()
})

test('reads beside a writer once it has filled its index', async () => {
  const { catalogue, fill, end } = await unfilled()
  const modes: ReaderMode[] = []
  const look = (): void => {
    const { mode, connection } = openReader(catalogue)
    modes.push(mode)
    connection.close()
  }
  look()
  await fill()
  look()
  expect(modes).toEqual(['copied', 'shared'])
  await end()
})
