import { describe, expect, it } from 'vitest'
import { commands } from '../commands/commands'
import { en } from './en'

const sources = import.meta.glob<string>(
  ['../**/*.vue', '../**/*.ts', '!../**/*.test.ts', '!../transport/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const hasKey = (key: string): boolean => {
  let value: unknown = en
  for (const part of key.split('.')) value = isGroup(value) ? value[part] : undefined
  return value !== undefined
}

/** `t('a.b')`, `t("a.b")`, and of `t(`a.b.${x}`)` the part that is fixed. */
const usedKeys = (source: string): readonly string[] =>
  [...source.matchAll(/\bt\(\s*(?:'([\w.-]+)'|`([\w.-]+)\.\$\{)/g)].map((match) => match[1] ?? match[2] ?? '')

describe('the English texts', () => {
  it('have every key that the page asks for', () => {
    const missing = Object.entries(sources).flatMap(([file, source]) =>
      usedKeys(source)
        .filter((key) => !hasKey(key))
        .map((key) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('name every command', () => {
    expect(commands.filter((command) => !hasKey(command.titleKey))).toEqual([])
  })
})
