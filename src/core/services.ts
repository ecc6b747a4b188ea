import type { FileResult, JobState, Progress, Verification } from '#shared/contract/jobs'
import type { Rereading } from '#shared/contract/work'
import type { Claims } from './claims/createClaims'
import type { Confirming } from './claims/createConfirming'
import type { Notes } from './claims/createNotes'
import type { Changes } from './changes'
import type { Bell } from './createBell'
import type { Duplicates } from './duplicates/createDuplicates'
import type { Unlock } from './exporters/sealing/age/types'
import type { Keyring } from './exporters/sealing/types'
import type { Comparing } from './exports/createComparing'
import type { Exports } from './exports/types'
import type { Filing } from './filing/createFiling'
import type { Imports } from './imports/types'
import type { Inbox } from './inbox/types'
import type { Jobs, ReportError } from './jobs/types'
import type { Origins } from './origins/createOrigins'
import type { Overviews } from './overviews/createOverviews'
import type { Clock } from './records/clock'
import type { References } from './references/createReferences'
import type { SearchService } from './search/types'
import type { Searches } from './searches/createSearches'
import type { SmallPictures } from './smallPictures/createSmallPictures'
import type { Sources } from './sources/createSources'
import type { Archive } from './store/types'
import type { Trash } from './trash/createTrash'

export interface VerifyOptions {
  readonly signal: AbortSignal
  readonly onFile: (file: FileResult) => void
  readonly onProgress: (progress: Partial<Progress>) => void
}

/** What the handlers are given: the application, without its borders. */
export interface Services {
  readonly archive: Archive
  readonly search: SearchService
  readonly searches: Searches
  readonly references: References
  readonly jobs: Jobs
  readonly imports: Imports
  readonly exports: Exports
  readonly comparing: Comparing
  readonly keyring: Keyring
  readonly smallPictures: SmallPictures
  readonly duplicates: Duplicates
  readonly claims: Claims
  readonly notes: Notes
  readonly confirming: Confirming
  readonly origins: Origins
  readonly sources: Sources
  readonly overviews: Overviews
  readonly filing: Filing
  readonly changes: Changes
  readonly inbox: Inbox
  /** Rings when something more, or less, waits for the user: an interrupted import, a file in the inbox. */
  readonly waiting: Bell
  readonly clock: Clock
  readonly actor: string
  readonly report: ReportError
  readonly trash: Trash
  readonly rereading: () => Promise<Rereading>
  /** Puts back records from the archive's own backups and, from a copy of the archive at this place, originals, too: a job. */
  readonly repair: (copy: string | undefined) => JobState
  readonly verifyArchive: (options: VerifyOptions) => Promise<Verification>
  readonly verifyPack: (
    path: string,
    options: VerifyOptions & { readonly unlock?: Unlock },
  ) => Promise<Verification>
  /** Path behind a token that a host gave out; throws `token-unknown`. */
  readonly pathOf: (token: string) => Promise<string>
}
