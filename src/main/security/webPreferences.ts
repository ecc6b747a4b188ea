import type { Session, WebPreferences } from 'electron'

const drawingOnly: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  // A store of files and dialogs of the page's own: it has no use for either.
  disableBlinkFeatures: 'FileSystemAccessOriginPrivate,FileSystemAccessLocal',
}

/** What a page can do beyond drawing itself: call the preload's two functions. */
export const webPreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  ...drawingOnly,
  preload,
  devTools: !isPackaged,
  v8CacheOptions: 'code',
})

/** A page of a pack is drawn to be printed, in a session of its own: no preload, no script, nobody who looks inside. */
export const printPreferences = (session: Session): WebPreferences => ({
  ...drawingOnly,
  session,
  javascript: false,
  disableDialogs: true,
  devTools: false,
})
