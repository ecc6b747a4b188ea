import { describe, expect, it } from 'vitest'
import { cite } from './cite'
import { citedWork } from './fixtures/citedWorks'
import { nearestLocale, readLocales, shippedLocales } from './locales'
import { entriesToText } from './writeRuns'

const written = async (locale: string): Promise<string> => {
  const items = [citedWork('chapter'), citedWork('page')]
  const { entries } = await cite({
    style: { kind: 'shipped', id: 'harvard' },
    locale,
    form: 'bibliography',
    items,
  })
  return entriesToText(entries)
}

describe('locales', () => {
  it.each(shippedLocales)('ship %s under its own name', async (name) => {
    const read = await readLocales([name])
    expect(read(name).attrs['xml:lang']).toBe(name)
  })

  it('are the nearest that ships, and English for what is not there', () => {
    expect(['de', 'de-CH', 'en', 'ar-EG', 'zh-TW', 'pt', 'xx', ''].map(nearestLocale)).toEqual([
      'de-DE',
      'de-DE',
      'en-US',
      'ar',
      'zh-CN',
      'pt-BR',
      'en-US',
      'en-US',
    ])
  })

  it.each([
    ['en-GB', '2 January 2026', 'Accessed'],
    ['de', '2. Januar 2026', 'Zugegriffen'],
    ['fr', '2 janvier 2026', 'Consulté le'],
    ['es', '2 de enero de 2026', 'Accedido'],
    ['it', '2 gennaio 2026', 'Consultato'],
    ['pt-BR', '2 de janeiro de 2026', 'Acesso em'],
    ['ru', '2 январь 2026', 'Просмотрено'],
    ['ar', '2 يناير، 2026', 'تاريخ الوصول'],
    ['he', '2 ינואר 2026', 'נבדק'],
    ['fa', '2 ژانویه 2026', 'دسترسی'],
    ['zh-CN', '2026年1月2日', '见于'],
    ['ja', '2026年1月2日', '参照'],
  ])('have %s words and months', async (locale, month, accessed) => {
    const text = await written(locale)
    expect.soft(text).toContain(month)
    expect.soft(text).toContain(accessed)
  })
})
