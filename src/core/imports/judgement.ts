import { CuttingsError, refusalCodes, type ErrorCode, type ErrorReport } from '#shared/errors'
import type { Brings } from './countsOf'
import type { Bench } from './bench'
import { keptFileOf, type Subject } from './subject'
import type { Judged, JudgedEntry } from './types'

export interface Judgement {
  readonly judged: Judged
  readonly brings?: Brings
}

const refusals: ReadonlySet<string> = new Set(refusalCodes)

export const isRefusalCode = (code: string): code is ErrorCode => refusals.has(code)

/** The report of what only concerns one file; anything else goes on being thrown. */
export const refusalOf = (error: unknown): ErrorReport => {
  if (error instanceof CuttingsError && isRefusalCode(error.code)) return error.toReport()
  throw error
}

export const refuse = (name: string, error: ErrorReport, known: Partial<JudgedEntry> = {}): Judgement => ({
  judged: { entry: { bytes: 0, ...known, name, outcome: 'refuse', error }, form: 'none' },
})

/** What is no item and no fault: a container that was opened, a part of a saved page. */
export const remark = (name: string, message: string, known: Partial<JudgedEntry> = {}): Judgement => ({
  judged: { entry: { bytes: 0, ...known, name, outcome: 'note', message }, form: 'none' },
})

export const knownOf = ({ staged }: Subject): Pick<JudgedEntry, 'bytes' | 'sha256'> => ({
  bytes: staged.bytes,
  sha256: staged.sha256,
})

/** A file that is not read: refused, or kept as it is where the user asked for that. */
export const judgeUnread = (
  subject: Subject,
  unread: { readonly error: ErrorReport; readonly mediaType: string },
  { keepUnreadable, archive }: Bench,
): Judgement => {
  const { name, staged } = subject
  const known = knownOf(subject)
  if (!keepUnreadable) return refuse(name, unread.error, known)
  if (archive.catalogue.original(staged.sha256))
    return { judged: { entry: { ...known, name, outcome: 'duplicate' }, form: 'none' } }
  const entry = { ...known, name, outcome: 'keep', error: unread.error } as const
  return { judged: { entry, form: 'kept', file: keptFileOf(subject, staged, unread.mediaType) } }
}
