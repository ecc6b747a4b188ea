import { useRouter } from 'vue-router'
import type { CommandId } from '../commands/commands'
import { useArchiveStore } from '../stores/archiveStore'
import { useHostStore } from '../stores/hostStore'
import { useSettingsStore } from '../stores/settingsStore'
import { listRoute } from './listRoute'
import { useCommand } from './useCommand'

/** What can be done wherever one is. */
export const useShellCommands = (toggleSide: () => void): void => {
  const router = useRouter()
  const archive = useArchiveStore()
  const host = useHostStore()
  const settings = useSettingsStore()
  const go = (id: CommandId, to: Parameters<typeof router.push>[0], when?: () => boolean): void =>
    useCommand(id, () => void router.push(to), when)

  go('import', '/import', () => archive.readOnly === undefined)
  go('export', '/packs')
  go('verify', '/verify')
  go('network', '/network')
  go('goAll', listRoute({}))
  go('goArticles', listRoute({ kind: 'article' }))
  go('goPhotos', listRoute({ kind: 'photo' }))
  go('goReferences', listRoute({ kind: 'reference' }))
  go('goSources', listRoute({ kind: 'source' }))
  go('goUnsourced', listRoute({ is: 'unsourced' }))
  go('goInferred', listRoute({ is: 'inferred' }))
  go('goDuplicates', '/duplicates')
  go('goClaims', '/claims')
  go('goSpellings', '/spellings')
  go('goSupport', '/support')
  go('goQueries', '/queries')
  go('goOverview', '/overview')
  go('goFiling', '/filing')
  go('goTrash', '/trash')
  useCommand('theme', settings.nextTheme)
  useCommand('sidebar', toggleSide)
  useCommand('back', () => router.back())
  useCommand('forward', () => router.forward())
  useCommand(
    'openAnother',
    () => void host.openArchive(),
    () => host.capabilities.archives,
  )
  useCommand(
    'newArchive',
    () => void host.newArchive(),
    () => host.capabilities.archives,
  )
}
