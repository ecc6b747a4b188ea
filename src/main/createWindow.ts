import { BrowserWindow, screen } from 'electron'
import { pageOrigin } from './security/schemes'
import { webPreferences } from './security/webPreferences'
import type { SettingsFile, WindowState } from './settings'
import { fitWindow, smallest } from './windowState'

export interface WindowOptions {
  readonly preload: string
  readonly icon: string
  readonly isPackaged: boolean
  readonly settings: SettingsFile
  readonly isDark: boolean
}

const stateOf = (window: BrowserWindow): WindowState => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
})

export const rememberWindow = (window: BrowserWindow, settings: SettingsFile): Promise<void> =>
  settings.set({ window: stateOf(window) })

const screens = () => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary.workArea, ...others.map(({ workArea }) => workArea)] as const
}

/** The one window: as it was left, shown once its first page is drawn. */
export const createWindow = (options: WindowOptions): BrowserWindow => {
  const { maximized, ...bounds } = fitWindow(options.settings.get().window, [...screens()])
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Cuttings',
    icon: options.icon,
    show: false,
    // The page's own first colour, so that nothing flashes.
    backgroundColor: options.isDark ? '#1b1c1e' : '#f4f4f2',
    webPreferences: webPreferences(options.preload, options.isPackaged),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    // A window state that can't be kept is no reason not to close.
    rememberWindow(window, options.settings).catch(() => undefined)
  })
  void window.loadURL(`${pageOrigin}/`)
  return window
}
