import type { JobState } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { createChanges } from './changes'
import { createExports } from './exports/createExports'
import { verifyPack } from './exporters/pack/verifyPack'
import { createReportError } from './handlers/reportError'
import { createImports } from './imports/createImports'
import { createJobs } from './jobs/createJobs'
import type { ReportError } from './jobs/types'
import type { Parser } from './parsing/types'
import type { Clock } from './records/clock'
import type { SearchService } from './search/types'
import type { Services, VerifyOptions } from './services'
import type { Archive } from './store/types'
import { verifyArchive } from './verify/verifyArchive'

export interface ServicesOptions {
  readonly archive: Archive
  readonly search: SearchService
  readonly parser: Parser
  readonly clock: Clock
  readonly actor: string
  readonly version: string
  readonly resolveToken: (token: string) => Promise<string | undefined>
  readonly onJob?: ((job: JobState) => void) | undefined
  readonly log: (line: string) => void
}

/** The application around an archive that is open. */
export const createServices = (
  options: ServicesOptions,
): { readonly services: Services; readonly report: ReportError; readonly close: () => Promise<void> } => {
  const { archive, search, clock, resolveToken, onJob, log } = options
  const report = createReportError({
    folder: archive.folder,
    log,
    createReference: () => clock.createId().slice(-12),
  })
  const jobs = createJobs({ clock, report, ...(onJob ? { onChange: onJob } : {}) })
  const changes = createChanges({ revision: () => archive.catalogue.revision(), search, log })
  const imports = createImports({ ...options, jobs, committed: changes.committed })
  const exports = createExports({ ...options, jobs })

  const services: Services = {
    ...options,
    jobs,
    changes,
    imports,
    exports,
    verifyArchive: (verifyOptions: VerifyOptions) => verifyArchive(archive, verifyOptions),
    verifyPack,
    pathOf: async (token) => {
      const path = await resolveToken(token)
      if (path === undefined) throw new CuttingsError('token-unknown')
      return path
    },
  }
  const close = async (): Promise<void> => {
    changes.close()
    await jobs.close()
    await imports.close()
  }
  return { services, report, close }
}
