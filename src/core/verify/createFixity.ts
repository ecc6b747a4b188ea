import { rereadDays } from '#shared/rereadDays'
import type { Jobs } from '../jobs/types'
import type { Clock } from '../records/clock'
import { daysAgo } from '../records/daysAgo'
import type { Services } from '../services'
import type { Reading } from '../store/catalogue/readings'
import type { Archive } from '../store/types'
import { damagedAtLastCopy } from '../store/describeBackups'
import { repairOriginals } from './repairOriginals'
import { repairRecords } from './repairRecords'
import { verifyArchive } from './verifyArchive'

export interface FixityDeps {
  readonly archive: Archive
  readonly clock: Clock
  readonly jobs: Jobs
}

/** Whether the archive is as it was: checked at the user's wish, told as it was found last, and put right from a copy. */
export const createFixity = ({
  archive,
  clock,
  jobs,
}: FixityDeps): Pick<Services, 'verifyArchive' | 'rereading' | 'repair'> => {
  const { catalogue } = archive
  return {
    verifyArchive: async (options) => {
      const readings: Reading[] = []
      const verification = await verifyArchive(archive, { ...options, onRead: (one) => readings.push(one) })
      // Remembered at the end and only where this process writes: the check itself writes nothing.
      if (archive.writable) {
        catalogue.noteReadings(readings)
        catalogue.noteVerified()
      }
      return verification
    },
    rereading: async () => {
      const { damaged, ...readings } = catalogue.readings(daysAgo(clock, rereadDays))
      return {
        ...readings,
        damaged: damaged.map((sha256) => {
          const title = catalogue.original(sha256)?.names[0]?.display
          return { sha256, ...(title === undefined ? {} : { title }) }
        }),
        records: (await damagedAtLastCopy(archive.layout))
          .filter((id) => !catalogue.isIntact(id))
          .map((id) => {
            const title = catalogue.nameOf(id)
            return { id, ...(title === undefined ? {} : { title }) }
          }),
      }
    },
    repair: (copy) =>
      jobs.start('repair', async ({ signal, result, progress }) => {
        const options = { signal, onFile: result, onProgress: progress }
        const nothing = { checked: 0, repaired: 0, left: 0 }
        const originals = copy === undefined ? nothing : await repairOriginals(archive, copy, clock, options)
        const records = await repairRecords(archive, copy, options)
        return { kind: 'repair', ...originals, records }
      }),
  }
}
