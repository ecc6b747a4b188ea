import type { MenuItemConstructorOptions } from 'electron'
import type { HostCommand } from '#shared/contract/host'

export interface MenuActions {
  readonly command: (command: HostCommand) => void
  readonly openArchive: () => void
  readonly newArchive: () => void
}

export interface MenuOptions {
  readonly isMac: boolean
  readonly isPackaged: boolean
  readonly name: string
}

type Items = MenuItemConstructorOptions[]

const separator: MenuItemConstructorOptions = { type: 'separator' }

const fileMenu = (item: CommandItem, actions: MenuActions, { isMac }: MenuOptions): Items => [
  item('Import…', 'import', 'CmdOrCtrl+O'),
  item('Export citation pack…', 'export', 'CmdOrCtrl+E'),
  item('Verify…', 'verify', 'CmdOrCtrl+Shift+V'),
  separator,
  { label: 'Open another archive…', click: actions.openArchive },
  { label: 'New archive…', click: actions.newArchive },
  separator,
  isMac ? { role: 'close' } : { role: 'quit' },
]

const editMenu = (item: CommandItem): Items => [
  { role: 'undo' },
  { role: 'redo' },
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  separator,
  item('Find', 'find', 'CmdOrCtrl+F'),
]

const viewMenu = (item: CommandItem, { isPackaged }: MenuOptions): Items => [
  item('Library', 'library', 'CmdOrCtrl+L'),
  item('Command palette…', 'palette', 'CmdOrCtrl+K'),
  item('Light or dark', 'theme'),
  separator,
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
  ...(isPackaged ? [] : ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] satisfies Items)),
]

const goMenu = (item: CommandItem, { isMac }: MenuOptions): Items => [
  item('Back', 'back', isMac ? 'Cmd+[' : 'Alt+Left'),
  item('Forward', 'forward', isMac ? 'Cmd+]' : 'Alt+Right'),
]

const appMenu = (name: string): MenuItemConstructorOptions => ({
  label: name,
  submenu: [
    { role: 'about' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
})

type CommandItem = (label: string, command: HostCommand, accelerator?: string) => MenuItemConstructorOptions

/**
 * Every command that the page has, for those who look for it in a menu. The page sees a key first and keeps it where it
 * handles it, so that a key never acts twice.
 */
export const createMenuTemplate = (options: MenuOptions, actions: MenuActions): Items => {
  const item: CommandItem = (label, command, accelerator) => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => actions.command(command),
  })
  return [
    ...(options.isMac ? [appMenu(options.name)] : []),
    { label: 'File', submenu: fileMenu(item, actions, options) },
    { label: 'Edit', submenu: editMenu(item) },
    { label: 'View', submenu: viewMenu(item, options) },
    { label: 'Go', submenu: goMenu(item, options) },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard shortcuts', 'shortcuts')] },
  ]
}
