import type { App } from 'electron'

/** Holds the end of the application back until the archive is closed; asked again meanwhile, it waits on. */
export const quitOnce = (
  app: Pick<App, 'on' | 'exit'>,
  finish: () => Promise<void>,
  log: (message: string, cause: unknown) => void,
): void => {
  let finishing = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (finishing) return
    finishing = true
    void finish()
      .catch((cause: unknown) => log('the end was not clean', cause))
      .then(() => app.exit(0))
  })
}
