import type { WebPreferences } from 'electron'

/** What a page can do beyond drawing itself: call the preload's two functions. */
export const webPreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  preload,
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
  devTools: !isPackaged,
  v8CacheOptions: 'code',
})
