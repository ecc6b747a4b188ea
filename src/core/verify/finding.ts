import type { FileResult } from '#shared/contract/jobs'

/** What verify found in one place. `name` is a path inside the archive; a note is told, but is no problem. */
export interface Finding {
  readonly name: string
  readonly code:
    'changed' | 'missing' | 'extra' | 'unreadable' | 'linked' | 'damaged' | 'custody' | 'dangling'
  readonly message: string
  readonly note?: boolean
  readonly id?: string
  readonly sha256?: string
  readonly title?: string
}

export const toFileResult = ({ note, ...finding }: Finding): FileResult => ({
  ...finding,
  outcome: note ? 'note' : 'problem',
})
