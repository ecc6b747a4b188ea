import { shallowRef, type ShallowRef } from 'vue'
import type { ArchiveClient, ArchiveOutputs } from '#shared/contract/archive'
import type { ErrorReport } from '#shared/errors'
import { errorToReport } from './errorToReport'

export type OpenKind = 'article' | 'photo' | 'reference' | 'source'

export interface OpenTarget {
  readonly kind: OpenKind
  readonly id: string
}

export type ArchiveRecord =
  | { readonly kind: 'article'; readonly view: ArchiveOutputs['articles']['get'] }
  | { readonly kind: 'photo'; readonly view: ArchiveOutputs['photos']['get'] }
  | { readonly kind: 'reference'; readonly view: ArchiveOutputs['references']['get'] }
  | { readonly kind: 'source'; readonly view: ArchiveOutputs['sources']['get'] }

export type CustodyEvents = ArchiveOutputs['events']['list']

export interface OpenRecord {
  readonly target: ShallowRef<OpenTarget | undefined>
  readonly record: ShallowRef<ArchiveRecord | undefined>
  readonly error: ShallowRef<ErrorReport | undefined>
  /** Asks about what is open; an answer or error that comes after something else was opened is dropped. */
  readonly ask: <Answer>(
    question: (about: OpenTarget) => Promise<Answer>,
    take: (answer: Answer) => void,
  ) => Promise<void>
  readonly load: () => Promise<void>
  /** Names what is to be open. The record before it stays until the next one was loaded. */
  readonly put: (next: OpenTarget | undefined) => void
}

const fetchRecord = async (archive: ArchiveClient, { kind, id }: OpenTarget): Promise<ArchiveRecord> => {
  if (kind === 'article') return { kind, view: await archive.articles.get({ id }) }
  if (kind === 'photo') return { kind, view: await archive.photos.get({ id }) }
  if (kind === 'reference') return { kind, view: await archive.references.get({ id }) }
  return { kind, view: await archive.sources.get({ id }) }
}

export const createOpenRecord = (archive: ArchiveClient): OpenRecord => {
  const target = shallowRef<OpenTarget>()
  const record = shallowRef<ArchiveRecord>()
  const error = shallowRef<ErrorReport>()

  const ask: OpenRecord['ask'] = async (question, take) => {
    const asked = target.value
    if (!asked) return
    try {
      const answer = await question(asked)
      if (target.value === asked) take(answer)
    } catch (cause) {
      if (target.value === asked) error.value = errorToReport(cause)
    }
  }

  return {
    target,
    record,
    error,
    ask,
    load: () =>
      ask(
        (asked) => fetchRecord(archive, asked),
        (answer) => {
          record.value = answer
          error.value = undefined
        },
      ),
    put: (next) => {
      target.value = next
      error.value = undefined
    },
  }
}
