import { app, dialog, Menu, type BrowserWindow } from 'electron'
import { CuttingsError } from '#shared/errors'
import type { Log } from '#core/process/hostImplementer'
import type { Host } from './createHost'
import { createMenuTemplate } from './menu'

/** The menu. What the page can do it is asked to do; archives are opened here, and a refusal is a system message. */
export const installMenu = (host: Host, window: () => BrowserWindow, log: Log): void => {
  const attempt = (action: () => Promise<unknown>) => () => {
    action().catch((error: unknown) => {
      if (!(error instanceof CuttingsError)) return log('a menu command failed', error)
      void dialog.showMessageBox(window(), { type: 'info', message: error.message })
    })
  }
  const template = createMenuTemplate(
    { isMac: process.platform === 'darwin', isPackaged: app.isPackaged, name: app.name },
    {
      command: (command) => host.events.emit({ type: 'command', command }),
      openArchive: attempt(() => host.archives.choose()),
      newArchive: attempt(() => host.archives.make()),
    },
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
