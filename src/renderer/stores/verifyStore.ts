import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FileResult, Verification } from '#shared/contract/jobs'
import type { Offered } from '#shared/contract/host'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { useArchiveStore } from './archiveStore'
import { errorToReport } from './errorToReport'
import { jobToError } from './jobToError'
import { useJobsStore } from './jobsStore'
import type { PackSecret } from './packSecret'
import { readAllPages } from './readAllPages'

/** One check, from its start to its end; the newest stands first. */
export interface Check {
  readonly key: number
  readonly subject: 'archive' | 'pack'
  readonly name: string
  readonly startedAt: string
  readonly jobId?: string
  /** The pack that is looked at, to be asked for once more with what opens it. */
  readonly token?: string
  readonly endedAt?: string
  readonly verification?: Verification
  /** Problems and notes, each with the file that it is about. */
  readonly findings?: readonly FileResult[]
  readonly error?: ErrorReport
}

/** A check whose signer is known by a name from now on, where it is the one with this key. */
const withKnownSigner = (check: Check, fingerprint: string, name: string): Check => {
  const { verification } = check
  if (verification?.signer?.fingerprint !== fingerprint) return check
  const signer = { ...verification.signer, name }
  return { ...check, verification: { ...verification, signed: 'known-key', signer } }
}

/** Checks of the archive and of packs. Each reads only; nothing in a pack is run, and nothing is imported. */
export const useVerifyStore = defineStore('verify', () => {
  const { connection, now } = useServices()
  const { verify, jobs: archiveJobs } = connection.archive
  const archive = useArchiveStore()
  const jobs = useJobsStore()
  const checks = shallowRef<readonly Check[]>([])
  const error = shallowRef<ErrorReport>()
  let made = 0

  const change = (key: number, part: Partial<Check>): void => {
    checks.value = checks.value.map((check) => (check.key === key ? { ...check, ...part } : check))
  }

  const findingsOf = async (id: string): Promise<readonly FileResult[]> => {
    const read = async (offset: number, limit: number) =>
      (await archiveJobs.report({ id, offset, limit })).files
    const files = await readAllPages(read, () => true)
    return files.filter((file) => file.outcome === 'problem' || file.outcome === 'note')
  }

  const run = async (
    subject: Check['subject'],
    name: string,
    start: () => Promise<{ readonly jobId: string }>,
    token?: string,
  ): Promise<void> => {
    const key = ++made
    const begun = { key, subject, name, startedAt: now().toISOString(), ...(token ? { token } : {}) }
    checks.value = [begun, ...checks.value]
    try {
      const { jobId } = await start()
      change(key, { jobId })
      const end = await jobs.track(jobId)
      const cause = jobToError(end)
      const endedAt = end?.endedAt ?? now().toISOString()
      if (cause) change(key, { endedAt, error: cause })
      else if (end?.result?.kind === 'verify')
        change(key, { endedAt, findings: await findingsOf(jobId), verification: end.result.verification })
      if (subject === 'archive') void archive.refresh()
    } catch (cause) {
      change(key, { endedAt: now().toISOString(), error: errorToReport(cause) })
    }
  }

  const checkPacks = async (offered: () => Promise<readonly (Offered | null)[] | null>): Promise<void> => {
    error.value = undefined
    try {
      for (const pack of (await offered()) ?? [])
        if (pack) void run('pack', pack.name, () => verify.pack({ token: pack.token }), pack.token)
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  return {
    checks,
    error,
    checkArchive: () => run('archive', archive.library?.name ?? '', () => verify.archive({})),
    pickFile: () => checkPacks(() => connection.host.pickFiles({ purpose: 'verify' })),
    pickFolder: () =>
      checkPacks(async () => {
        const folder = await connection.host.pickFolder({ purpose: 'verify' })
        return folder && [folder]
      }),
    offer: (files: readonly File[]) => checkPacks(() => connection.offerFiles(files)),
    /** Looks at an encrypted pack again, with what opens it, in the place of the check that could not. */
    unlock: (check: Check, unlock: PackSecret) => {
      const { token } = check
      if (token === undefined) return
      checks.value = checks.value.filter(({ key }) => key !== check.key)
      void run('pack', check.name, () => verify.pack({ token, unlock }), token)
    },
    /** Says of the signer of a pack what the user just said of the key. */
    rename: (fingerprint: string, name: string) => {
      checks.value = checks.value.map((check) => withKnownSigner(check, fingerprint, name))
    },
    cancel: (check: Check) => check.jobId !== undefined && void jobs.cancel(check.jobId),
    /** Takes a check that has ended off the page. */
    remove: (key: number) => (checks.value = checks.value.filter((check) => check.key !== key)),
  }
})
