import type { Page } from '@playwright/test'
import type { RunningHost } from '../fixtures/runningHost'
import { shellOf } from './shellOf'

/** The import: where files are chosen, the dry run, the report. */
export const importOf = (page: Page) => {
  const pane = page.getByRole('region', { name: 'Import', exact: true })
  const chooseFiles = pane.getByRole('button', { name: 'Choose files…' })
  const choose = (running: RunningHost, paths: readonly string[]): Promise<void> =>
    running.choose(paths, () => chooseFiles.click())
  return {
    pane,
    chooseFiles,
    choose,
    formats: pane.getByRole('region', { name: 'What can be read' }),
    keepUnreadable: pane.getByRole('checkbox', { name: 'Keep what cannot be read, as originals' }),
    /** Files in, files out, below or beside the report. */
    account: pane.getByRole('region', { name: 'Files in, files out' }),
    /** From wherever one is. */
    start: async (running: RunningHost, paths: readonly string[]) => {
      await shellOf(page).importButton.click()
      await choose(running, paths)
    },
    /** One file's line in the dry run or in the report. */
    line: (name: string) =>
      pane.getByRole('row').filter({ has: page.getByRole('cell', { name: new RegExp(`${name}$`) }) }),
    look: (name: string) => pane.getByRole('button', { name: `Look at ${name}` }),
    preview: (name: string) => pane.getByRole('region', { name: `What ${name} will make` }),
    /** Records of a pack that are held with other content: the way to them, and what is said of them. */
    lookAtConflicts: (name: string) =>
      pane.getByRole('button', { name: `Look and choose: records of ${name}` }),
    conflicts: (name: string) =>
      pane.getByRole('region', { name: `Records of ${name} that are held with other content` }),
    state: pane.getByRole('status'),
    /** The heading of the report. */
    ended: (title: string | RegExp) => pane.getByRole('heading', { name: title }),
    cancel: pane.getByRole('button', { name: 'Cancel' }),
    commit: pane.getByRole('button', { name: /^(Import (one|\d+) files?|Nothing to import)$/ }),
    again: pane.getByRole('button', { name: 'Import more…' }),
  }
}
