import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PreflightResult } from '#shared/contract/preflight'
import { CuttingsError } from '#shared/errors'
import type { Selection } from '#shared/contract/work'
import type { Id } from '#shared/model/scalars'
import { carryOnly } from '../exporters/pack/carryOnly'
import { countPack } from '../exporters/pack/countPack'
import type { PackContents } from '../exporters/pack/types'
import { createEncrypter } from '../exporters/sealing/age/encryptFile'
import { compareRecordSets } from '../exporters/sealing/difference/compareRecordSets'
import { compareWithNow } from '../exporters/sealing/difference/comparePacks'
import type { CompareOptions } from '../exporters/sealing/difference/types'
import { createPackMemory } from '../exporters/sealing/difference/createPackMemory'
import type { Jobs } from '../jobs/types'
import { itemsIn } from '../records/recordSets'
import { slugOf } from '../records/slugOf'
import { titleOf } from '../records/titleOf'
import type { SearchService } from '../search/types'
import { faultCode } from '../store/faults'
import { collectContents } from './collectContents'
import { createPackWriting, type PackWritingOptions } from './createPackWriting'
import { resolveSelection } from './resolveSelection'
import { preflightOf } from './preparePack'
import type { ExportRequest, Exports } from './types'
import { withSmallYoungSpace } from './withSmallYoungSpace'

export interface ExportsOptions extends PackWritingOptions {
  readonly search: SearchService
  readonly jobs: Jobs
  readonly actor: string
  readonly log: (line: string) => void
}

/** Findings of one rule that a page is given; a pack has all. */
const shownOfEach = 200

/** Up to so many items, each one's own history tells of an export; beyond, that of the archive does. */
const notedEach = 100

const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return false
    throw new CuttingsError('destination-unwritable', {
      place: basename(path),
      reason: 'it cannot be reached',
    })
  }
}

const itemsOf = ({ records }: PackContents) => [...records.articles, ...records.photos, ...records.references]

/** What can be known before the work begins: a key that is missing, a recipient that is none. */
const checkSealing = async (
  { form, sign, lock }: ExportRequest,
  { archive, keyring }: Pick<ExportsOptions, 'archive' | 'keyring'>,
): Promise<void> => {
  if (sign && !(await keyring.list()).own) throw new CuttingsError('no-signing-key')
  if (!lock) return
  if (form === 'folder') throw new CuttingsError('bad-input', { reason: 'a folder cannot be encrypted' })
  if (!archive.writable)
    throw new CuttingsError('unavailable', {
      reason: 'encrypting a pack needs an archive that can be written',
    })
  createEncrypter(lock)
}

/** Cancelled is an answer of its own, whichever step it reached. */
const untilCancelled = async <T>({ signal }: CompareOptions, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw signal?.aborted ? new CuttingsError('cancelled', {}, { cause: error }) : error
  }
}

/** Turns a selection into a citation pack. */
export const createExports = (options: ExportsOptions): Exports => {
  const { archive, search, jobs, clock, actor, log } = options
  const { catalogue } = archive
  const write = createPackWriting(options)
  const memory = createPackMemory(archive.layout.derived, log)
  const isHeld = (id: Id): boolean => catalogue.record(id) !== undefined && catalogue.keptFor(id) === id
  const contentsOf = async (selection: Selection, asked: CompareOptions = {}): Promise<PackContents> => {
    const ids = await resolveSelection(selection, catalogue, search)
    const contents = await collectContents(archive, ids, asked)
    if (itemsIn(contents.records) === 0) throw new CuttingsError('selection-empty')
    return contents
  }

  const note = (contents: PackContents): void => {
    if (!archive.writable) return
    const items = itemsOf(contents)
    const noted = items.length > notedEach ? [archive.id] : items.map((item) => item.id)
    for (const id of noted) catalogue.note('export', id, actor)
  }

  return {
    preview: async (selection, profile) => {
      const { contents } = carryOnly(await contentsOf(selection), profile)
      const items = itemsOf(contents)
      const [only, more] = items.length > 1 ? contents.records.articles : items
      const name = only && !more ? titleOf(only) : archive.name
      return {
        counts: countPack(contents.records, (sha256) => catalogue.original(sha256)?.bytes ?? 0),
        titles: items.map((item) => ({ id: item.id, kind: item.kind, title: titleOf(item) })),
        name: `${slugOf(name)}_${clock.now().toISOString().slice(0, 10)}`,
      }
    },
    preflight: async (selection, profile) => {
      const date = clock.now().toISOString()
      const report = await preflightOf(await contentsOf(selection), { profile, waivers: [], date })
      const shown = ({ findings, ...result }: PreflightResult): PreflightResult => ({
        ...result,
        findings: findings.slice(0, shownOfEach),
      })
      return { ...report, results: report.results.map(shown) }
    },
    start: async (request) => {
      const { selection, destination } = request
      if (await isThere(destination))
        throw new CuttingsError('destination-exists', { place: basename(destination) })
      await checkSealing(request, options)
      const selected = await contentsOf(selection)
      const date = request.date ?? clock.now().toISOString()
      return jobs.start('export', async ({ signal, progress, result }) => {
        const { contents, exported } = await withSmallYoungSpace(() =>
          write(selected, { ...request, date }, { signal, progress }),
        )
        try {
          note(contents)
        } catch (error) {
          // The pack is whole and in its place; an archive on a full disk cannot make that undone.
          if (!(error instanceof CuttingsError)) throw error
          result({ name: exported.name, outcome: 'note', error: error.toReport() })
        }
        if (archive.writable)
          await memory.remember(selection, { name: exported.name, date }, selected.records)
        return { kind: 'export', exported }
      })
    },
    sinceLast: (selection, asked = {}) =>
      untilCancelled(asked, async () => {
        const last = await memory.recall(selection)
        if (!last) return undefined
        const { records } = await contentsOf(selection, asked)
        return { before: last.side, ...(await compareRecordSets(last.records, records, asked)) }
      }),
    sincePack: (path, asked) =>
      untilCancelled(asked, () =>
        compareWithNow(
          path,
          async (ids) => (await collectContents(archive, ids.filter(isHeld), asked)).records,
          asked,
        ),
      ),
  }
}
