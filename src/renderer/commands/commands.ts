/** A key with its modifiers. `mod` is Ctrl, and Cmd on macOS. Two keys are typed one after the other (`G A`). */
export interface Shortcut {
  readonly keys: readonly string[]
  readonly mod?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

export type CommandGroup = 'anywhere' | 'go' | 'list' | 'reading'

/**
 * A command as data: what the palette lists and the shortcuts sheet prints. What it does, and when it can be done, is
 * told by whoever can do it (`useCommandsStore().handle`): a command without a handler is not available.
 */
export interface Command {
  readonly id: string
  readonly titleKey: string
  readonly group: CommandGroup
  readonly shortcuts: readonly Shortcut[]
  /** The list handles these keys itself while it has the focus; the sheet prints them. */
  readonly keysInList?: boolean
  /** What the reading pane must show: one of these at a time, so that commands of two of them may share a key. */
  readonly beside?: 'text' | 'photo' | 'changes'
}

const mod = (key: string, shift = false): Shortcut => ({
  keys: [key],
  mod: true,
  ...(shift ? { shift } : {}),
})
const key = (...keys: readonly string[]): Shortcut => ({ keys })

const define = <Id extends string>(
  id: Id,
  group: CommandGroup,
  ...shortcuts: readonly Shortcut[]
): Command & { readonly id: Id } => ({ id, titleKey: `commands.${id}`, group, shortcuts })

export const commands = [
  define('find', 'anywhere', mod('f')),
  define('palette', 'anywhere', mod('k')),
  define('shortcuts', 'anywhere', key('?')),
  define('nextPane', 'anywhere', key('F6')),
  define('previousPane', 'anywhere', { keys: ['F6'], shift: true }),
  define('import', 'anywhere', mod('o')),
  define('export', 'anywhere', mod('e')),
  define('verify', 'anywhere'),
  define('network', 'anywhere'),
  define('theme', 'anywhere'),
  define('sidebar', 'anywhere', mod('b')),
  define('back', 'anywhere', { keys: ['ArrowLeft'], alt: true }),
  define('forward', 'anywhere', { keys: ['ArrowRight'], alt: true }),
  define('openAnother', 'anywhere'),
  define('newArchive', 'anywhere'),
  define('goAll', 'go', key('g', 'a')),
  define('goArticles', 'go', key('g', 't')),
  define('goPhotos', 'go', key('g', 'p')),
  define('goReferences', 'go', key('g', 'r')),
  define('goSources', 'go', key('g', 's')),
  define('goUnsourced', 'go', key('g', 'u')),
  define('goInferred', 'go', key('g', 'i')),
  define('goDuplicates', 'go', key('g', 'd')),
  define('goClaims', 'go', key('g', 'c')),
  define('goSpellings', 'go', key('g', 'l')),
  define('goSupport', 'go', key('g', 'n')),
  define('goQueries', 'go', key('g', 'q')),
  define('goOverview', 'go', key('g', 'o')),
  define('goFiling', 'go', key('g', 'k')),
  define('goTrash', 'go', key('g', 'x')),
  define('removeItem', 'list', key('Delete')),
  define('fileItems', 'list', key('t')),
  define('pauseJob', 'anywhere', key('w')),
  define('cancelJob', 'anywhere'),
  { ...define('listOpen', 'list', key('Enter')), keysInList: true },
  { ...define('listAll', 'list', mod('a')), keysInList: true },
  define('listNone', 'list'),
  define('allPlaces', 'list', key('m')),
  define('photoGrid', 'list', key('g', 'g')),
  { ...define('photoLarge', 'reading', key('l')), beside: 'photo' },
  { ...define('photoZoom', 'reading', key('z')), beside: 'photo' },
  { ...define('nextPhoto', 'reading', key('j')), beside: 'photo' },
  { ...define('previousPhoto', 'reading', key('k')), beside: 'photo' },
  { ...define('nextPassage', 'reading', key('j')), beside: 'text' },
  { ...define('previousPassage', 'reading', key('k')), beside: 'text' },
  define('compareVersions', 'reading', key('v')),
  { ...define('nextChange', 'reading', key('j')), beside: 'changes' },
  { ...define('previousChange', 'reading', key('k')), beside: 'changes' },
  define('nextFound', 'reading', key('n')),
  define('previousFound', 'reading', key('p'), { keys: ['N'], shift: true }),
  define('newReference', 'list'),
  define('editReference', 'reading'),
  define('citeItem', 'reading'),
  { ...define('selectWords', 'reading', key('s')), beside: 'text' },
  { ...define('cite', 'reading', key('c')), beside: 'text' },
  { ...define('quote', 'reading', key('q')), beside: 'text' },
  { ...define('annotate', 'reading', key('a')), beside: 'text' },
  { ...define('claim', 'reading', key('f')), beside: 'text' },
  { ...define('useAsEvidence', 'reading', key('x')), beside: 'text' },
  { ...define('bearing', 'reading', key('e')), beside: 'text' },
  define('copyLink', 'reading', mod('c', true)),
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']
