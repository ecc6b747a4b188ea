import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { counted } from '#shared/counted'
import { CuttingsError } from '#shared/errors'
import type { FileResult } from '#shared/contract/jobs'
import { listBackups, type Backup } from '../store/backups'
import { nodeFileSystem as fs } from '../store/fileSystem'
import { isDead, readLock } from '../store/lock'
import { readMarker } from '../store/marker'
import type { Archive } from '../store/types'
import { checkSavedIndex } from '../search/index/checkSavedIndex'
import { createIndexFiles } from '../search/index/indexFiles'
import { countPictures } from '../smallPictures/countPictures'
import { verifyArchive } from './verifyArchive'

export interface DoctorCheck {
  readonly check:
    'marker' | 'lock' | 'catalogue' | 'originals' | 'custody' | 'space' | 'index' | 'pictures' | 'backups'
  readonly ok: boolean
  /** What is so, and what to do where it is not right. */
  readonly message: string
}

/** Looks at everything and changes nothing. */
export const doctorChecks = async (
  archive: Archive,
  options: { readonly signal?: AbortSignal } = {},
): Promise<readonly DoctorCheck[]> => {
  const problems: FileResult[] = []
  const verification = await verifyArchive(archive, {
    ...options,
    onFile: (file) => {
      if (file.outcome === 'problem') problems.push(file)
    },
  })
  return [
    await markerCheck(archive),
    await lockCheck(archive),
    summary('catalogue', problems, ['damaged', 'dangling'], 'The catalogue is sound.'),
    summary(
      'originals',
      problems,
      ['missing', 'changed', 'unreadable', 'linked'],
      `${verification.checked - 1} originals are there and unchanged.`,
    ),
    summary('custody', problems, ['custody'], 'Every chain of custody is unbroken.'),
    await spaceCheck(archive),
    await indexCheck(archive, options.signal),
    await picturesCheck(archive),
    await backupCheck(archive),
  ]
}

const summary = (
  check: DoctorCheck['check'],
  problems: readonly FileResult[],
  codes: readonly string[],
  message: string,
): DoctorCheck => {
  const found = problems.filter((problem) => codes.includes(problem.code ?? ''))
  const first = found[0]
  if (!first) return { check, ok: true, message }
  return {
    check,
    ok: false,
    message: `${counted(found.length, 'problem')}; the first: ${first.name}: ${first.message} All: cuttings verify.`,
  }
}

const markerCheck = async ({ layout }: Archive): Promise<DoctorCheck> => {
  try {
    const { version } = await readMarker(fs, layout)
    return { check: 'marker', ok: true, message: `This is an archive of format ${version}.` }
  } catch (error) {
    if (error instanceof CuttingsError) return { check: 'marker', ok: false, message: error.message }
    throw error
  }
}

const lockCheck = async (archive: Archive): Promise<DoctorCheck> => {
  const found = await readLock(fs, archive.layout)
  if (!found) return { check: 'lock', ok: true, message: 'Nobody is writing.' }
  if (archive.writable) return { check: 'lock', ok: true, message: 'This process is writing.' }
  const { holder } = found
  if (!holder)
    return {
      check: 'lock',
      ok: false,
      message: 'lock.json cannot be read. If no Cuttings runs anywhere, write with --take-lock.',
    }
  if (isDead(holder))
    return {
      check: 'lock',
      ok: true,
      message: `Process ${holder.pid} ended without closing; its lock is taken when the archive is opened next.`,
    }
  const who = `${holder.host} (process ${holder.pid}) since ${holder.since}`
  return {
    check: 'lock',
    ok: true,
    message: `Being written by ${who}. Close it there to write here; where it is another machine's and nothing runs there any more, --take-lock.`,
  }
}

/** Bytes below which a doctor says that space is short. */
const littleSpace = 1024 ** 3

const spaceCheck = async ({ folder }: Archive): Promise<DoctorCheck> => {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const megabytes = Math.floor(free / 1024 ** 2)
  return free < littleSpace
    ? {
        check: 'space',
        ok: false,
        message: `Only ${megabytes} MB are free. Free some space before the next import.`,
      }
    : { check: 'space', ok: true, message: `${megabytes} MB are free.` }
}

/** Whatever it is like, nothing is lost by it: it is made from the catalogue. */
const indexCheck = async ({ layout }: Archive, signal?: AbortSignal): Promise<DoctorCheck> => {
  const saved = await checkSavedIndex(createIndexFiles(join(layout.derived, 'index'), false), signal)
  const check = 'index'
  if (saved.state === 'none')
    return {
      check,
      ok: true,
      message: 'There is no search index. It is made when the archive is opened next.',
    }
  if (saved.state === 'unreadable')
    return {
      check,
      ok: true,
      message:
        'The search index is damaged or of another version. It is made anew when the archive is opened next.',
    }
  return saved.damaged === 0
    ? { check, ok: true, message: 'The search index is whole.' }
    : {
        check,
        ok: false,
        message: `${saved.damaged} of ${saved.segments} files of the search index are damaged. No item is lost. Make the index anew: cuttings rebuild.`,
      }
}

/** How far the small pictures are, which are made while the application has nothing else to do. */
const picturesCheck = async (archive: Archive): Promise<DoctorCheck> => {
  const { photos, made, impossible } = await countPictures(archive)
  const rest = photos - made - impossible
  const left = rest === 0 ? '' : ` ${rest} are made while the application is open and nothing else is done.`
  return {
    check: 'pictures',
    ok: true,
    message: `${made} of ${photos} pictures have a small one; of ${impossible} none can be made.${left}`,
  }
}

/** What is damaged now is told by the checks of the catalogue and of custody; here it is whether a whole copy is left. */
const damagedBackup = (last: Backup, whole: Backup | undefined): DoctorCheck => {
  const kept = whole
    ? `The last in which all were whole, ${whole.name}, is kept.`
    : 'There is none in which all were whole; one is made on the day after they were put back (cuttings repair).'
  return {
    check: 'backups',
    ok: whole !== undefined,
    message: `When the catalogue was copied last, records of it were damaged; ${last.name}.damaged names them. ${kept}`,
  }
}

const backupCheck = async ({ layout, catalogue }: Archive): Promise<DoctorCheck> => {
  const backups = await listBackups(fs, layout)
  const [last] = backups
  if (last?.damaged)
    return damagedBackup(
      last,
      backups.find(({ damaged }) => !damaged),
    )
  if (last)
    return {
      check: 'backups',
      ok: true,
      message: `The last checked copy of the catalogue is of ${new Date(last.at).toISOString()}.`,
    }
  return catalogue.revision() === 0
    ? { check: 'backups', ok: true, message: 'There is nothing to back up yet.' }
    : {
        check: 'backups',
        ok: true,
        message:
          'There is no checked copy of the catalogue yet. One is made when the archive is opened to write.',
      }
}
