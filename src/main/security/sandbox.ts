import type { App } from 'electron'

/**
 * Every page runs in the sandbox. `enableSandbox` cancels `--no-sandbox`, without which root can't start a page at all: so
 * the switch is obeyed, but never in a packaged application.
 */
export const requireSandbox = (app: Pick<App, 'commandLine' | 'enableSandbox' | 'isPackaged'>): void => {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}
