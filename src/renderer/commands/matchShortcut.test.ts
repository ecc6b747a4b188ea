import { describe, expect, it } from 'vitest'
import { commands } from './commands'
import { matchShortcut, shortcutCaps, type KeyPress } from './matchShortcut'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('matchShortcut', () => {
  it('takes Ctrl, and Cmd on macOS', () => {
    const find = { keys: ['f'], mod: true }
    expect(matchShortcut(find, press('f', { ctrlKey: true }), undefined, false)).toBe('whole')
    expect(matchShortcut(find, press('f', { metaKey: true }), undefined, true)).toBe('whole')
    expect(matchShortcut(find, press('f', { ctrlKey: true }), undefined, true)).toBeUndefined()
    expect(matchShortcut(find, press('f'), undefined, false)).toBeUndefined()
  })

  it('takes two keys one after the other', () => {
    const goAll = { keys: ['g', 'a'] }
    expect(matchShortcut(goAll, press('g'), undefined, false)).toBe('begun')
    expect(matchShortcut(goAll, press('a'), 'g', false)).toBe('whole')
    expect(matchShortcut(goAll, press('a'), undefined, false)).toBeUndefined()
  })

  it('tells N from Shift+N, and takes a sign wherever the keyboard has it', () => {
    expect(matchShortcut({ keys: ['n'] }, press('N', { shiftKey: true }), undefined, false)).toBeUndefined()
    expect(
      matchShortcut({ keys: ['N'], shift: true }, press('N', { shiftKey: true }), undefined, false),
    ).toBe('whole')
    expect(matchShortcut({ keys: ['?'] }, press('?', { shiftKey: true }), undefined, false)).toBe('whole')
  })

  it('never gives one shortcut to two commands that can be done at the same time', () => {
    for (const shown of ['text', 'photo', 'changes']) {
      const caps = commands
        .filter((command) => !('beside' in command) || command.beside === shown)
        .flatMap((command) => command.shortcuts.map((shortcut) => shortcutCaps(shortcut, false).join('+')))
      expect(new Set(caps).size).toBe(caps.length)
    }
  })
})
