import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spellingKeys } from './spellingKeys'

const share = (first: string, second: string, strength: 'exact' | 'loose'): boolean => {
  const other = new Set(spellingKeys(second)[strength])
  return spellingKeys(first)[strength].some((key) => other.has(key))
}

describe('the same words', () => {
  it.each([
    ['The Guardian', 'guardian'],
    ['Agence France-Presse', 'AGENCE FRANCE PRESSE'],
    ['Le Monde', 'Monde'],
    ['Süddeutsche Zeitung', 'Suddeutsche  Zeitung.'],
    ['El País', 'EL PAIS'],
    ['A.P.', 'AP'],
    ['U.N.', 'UN'],
    ['Press Association', 'Association, Press'],
    ['BuzzFeed', 'Buzz Feed'],
    ['Al-Jazeera', 'Aljazeera'],
    ['Thomson Reuters Corp.', 'Thomson Reuters'],
    ['Axel Springer SE', 'Axel Springer'],
    ['Standard & Poor’s', "Standard and Poor's"],
    ['الجزيرة', 'جزيرة'],
    ['أخبار اليوم', 'اخبار اليوم'],
    ['Коммерсантъ', 'КОММЕРСАНТЪ'],
    ['Ещё новости', 'Еще Новости'],
    ['ООО Медуза', 'Медуза ООО'],
    ['ＢＢＣ', 'BBC'],
  ])('are in %s and %s', (first, second) => expect(share(first, second, 'exact')).toBe(true))

  it.each([
    ['CNN', 'BBC'],
    ['CNN News', 'CNN'],
    ['The News', 'The Times'],
    ['Associated Press', 'Admiral Press'],
    ['Йемен', 'Ремень'],
    ['新华社', '中新社'],
  ])('are not in %s and %s', (first, second) => expect(share(first, second, 'exact')).toBe(false))
})

describe('the same but for general words', () => {
  it.each([
    ['CNN News', 'CNN'],
    ['cnn.com', 'CNN'],
    ['Reuters News Agency', 'Reuters'],
    ['وكالة رويترز', 'رويترز'],
    ['РИА Новости', 'РИА'],
  ])('is %s and %s', (first, second) => expect(share(first, second, 'loose')).toBe(true))

  it('does not make one of all that consists of such words', () => {
    expect(share('News', 'Media', 'loose')).toBe(false)
    expect(share('The News', 'News', 'exact')).toBe(true)
  })
})

it('has no key where nothing of a name is left', () => {
  expect(spellingKeys(' … ')).toEqual({ exact: [], loose: [] })
})

it('never depends on case, accents that were typed otherwise, or spaces at the ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const keys = spellingKeys(name)
      expect(spellingKeys(`  ${name} `)).toEqual(keys)
      expect(spellingKeys(name.normalize('NFD'))).toEqual(keys)
    }),
  )
})
