import type { Shortcut } from './commands'

/** What of a key press matters. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** A single letter or sign without Ctrl or Alt: works only outside fields, and can be turned off. */
export const isSingleKey = (shortcut: Shortcut): boolean =>
  !shortcut.mod && !shortcut.alt && shortcut.keys.every((key) => key.length === 1)

/**
 * Whether a press, after what was typed just before (`g`), completes a shortcut, begins it, or has nothing to do with it.
 * Shift is not compared for signs such as `?`: on which key they are is the keyboard's affair.
 */
export const matchShortcut = (
  shortcut: Shortcut,
  press: KeyPress,
  before: string | undefined,
  isMac: boolean,
): 'whole' | 'begun' | undefined => {
  const mod = isMac ? press.metaKey : press.ctrlKey
  const other = isMac ? press.ctrlKey : press.metaKey
  if (mod !== (shortcut.mod ?? false) || other || press.altKey !== (shortcut.alt ?? false)) return undefined
  const isSign = isSingleKey(shortcut) && !/^[a-z]$/i.test(press.key)
  if (!isSign && press.shiftKey !== (shortcut.shift ?? false)) return undefined
  const typed = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const [first, second] = shortcut.keys.map((key) => (key.length === 1 ? key.toLowerCase() : key))
  if (second === undefined) return before === undefined && typed === first ? 'whole' : undefined
  if (before === undefined) return typed === first ? 'begun' : undefined
  return before === first && typed === second ? 'whole' : undefined
}

const names: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Enter: '⏎' }

/** The caps of a shortcut as printed on keys, in order: 'Ctrl', 'Shift', 'C'. */
export const shortcutCaps = (shortcut: Shortcut, isMac: boolean): readonly string[] => [
  ...(shortcut.mod ? [isMac ? '⌘' : 'Ctrl'] : []),
  ...(shortcut.alt ? [isMac ? '⌥' : 'Alt'] : []),
  ...(shortcut.shift ? [isMac ? '⇧' : 'Shift'] : []),
  ...shortcut.keys.map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)),
]
