import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { hostCommand } from '#shared/contract/host'
import { createMenuTemplate, type MenuOptions } from './menu'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const make = (options: Partial<MenuOptions> = {}) => {
  const asked: string[] = []
  const items = flat(
    createMenuTemplate(
      { isMac: false, isPackaged: true, name: 'Cuttings', ...options },
      {
        command: (command) => void asked.push(command),
        openArchive: () => void asked.push('(open archive)'),
        newArchive: () => void asked.push('(new archive)'),
      },
    ),
  )
  const click = (item: MenuItemConstructorOptions): void => (item.click as (() => void) | undefined)?.()
  return { items, asked, click }
}

describe('the menu', () => {
  it('has every command that a host can ask of the page, and both ways to another archive', () => {
    const { items, asked, click } = make()
    items.forEach(click)
    expect(asked.sort()).toEqual([...hostCommand.options, '(open archive)', '(new archive)'].sort())
  })

  it('gives no key twice', () => {
    const keys = make()
      .items.map(({ accelerator }) => accelerator)
      .filter((key) => key !== undefined)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has developer tools and reload only where the application is not packaged', () => {
    const roles = (isPackaged: boolean) => make({ isPackaged }).items.map(({ role }) => role)
    expect(roles(false)).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']))
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
  })

  it('has what each system expects: an application menu on macOS, Quit under File elsewhere', () => {
    const [first] = make({ isMac: true }).items
    expect(first?.label).toBe('Cuttings')
    expect(make().items.filter(({ role }) => role === 'quit')).toHaveLength(1)
    expect(make({ isMac: true }).items.filter(({ role }) => role === 'quit')).toHaveLength(1)
  })
})
