import { counted } from '#shared/counted'
import type { CatalogueBackup } from '#shared/contract/host'
import { systemClock as clock } from '#core/records/clock'
import { describeBackups } from '#core/store/describeBackups'
import { restoreBackup } from '#core/store/restoreBackup'
import type { Command } from '../types'

const countsText = ({ counts, damaged }: CatalogueBackup): string => {
  if (!counts) return 'not whole, and never restored'
  const { article, photo, reference, source } = counts
  const holds = [
    counted(article, 'article'),
    counted(photo, 'photo'),
    counted(reference, 'reference'),
    counted(source, 'source'),
  ].join(', ')
  return damaged === undefined
    ? holds
    : `${holds}; ${counted(damaged, 'record was', 'records were')} damaged when it was made`
}

export const backupsCommand: Command = {
  name: 'backups',
  writes: true,
  summary: 'list the copies of the catalogue; put one in its place',
  describe: (program) =>
    program.option(
      '--restore <name>',
      'put this copy in the place of the catalogue, which is kept in the folder quarantine',
    ),
  run: async (context, _, { restore: name }) => {
    const { output, archiveFolder, takeLock } = context
    const { folder } = await archiveFolder()
    if (name !== undefined) {
      await restoreBackup(folder, String(name), { clock, takeLock })
      output.result(
        { event: 'restored', name },
        'The copy is in the place of the catalogue. What was imported since it was made lies among the originals: cuttings verify names it.',
      )
      return 0
    }
    const backups = await describeBackups(folder)
    for (const backup of backups) output.result(backup, `${backup.name}  ${backup.at}  ${countsText(backup)}`)
    output.text(
      `${counted(backups.length, 'copy', 'copies')}. To put one in place: cuttings backups --restore <name>`,
    )
    return 0
  },
}
