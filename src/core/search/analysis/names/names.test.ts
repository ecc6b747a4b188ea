import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser'
import { foldWord } from '../fold'
import { scriptOf } from '../scripts'

const analyser = createAnalyser()

const finds = (one: string, other: string): boolean => {
  const keys = analyser.keysOf(foldWord(other))
  return (
    analyser.keysAcross(foldWord(one)).some((key) => keys.includes(key)) &&
    analyser.isAcrossScripts(foldWord(one), foldWord(other))
  )
}

/** Spellings of one name by line; any two of different scripts find each other. */
const same = `
  Путин Путина Путиным Putin Poutine Πούτιν بوتين פוטין プーチン
  Зеленский Зеленського Зеленского Zelensky Zelenskyy Selenskyj Zelenski زيلينسكي זלנסקי
  Хрущёв Хрущева Khrushchev Chruschtschow Khrouchtchev خروتشوف
  Мухаммед محمد Mohammed Muhammad Mohamed Mohammad ومحمد מוחמד
  Каддафи القذافي Gaddafi Qaddafi Kadhafi קדאפי
  Нетаньяху נתניהו Netanyahu Netanjahu נתניהו نتنياهو לנתניהו
  Μητσοτάκης Μητσοτάκη Mitsotakis Мицотакис ميتسوتاكيس
  Erdoğan Эрдоган أردوغان Ερντογάν
  Обама Obama أوباما אובמה Ομπάμα オバマ
  Байден Biden بايدن ביידן Μπάιντεν バイデン
  Меркель Merkel ميركل מרקל Μέρκελ メルケル
  Лукашенко Lukashenko Lukaschenko Loukachenko لوكاشينكو
  Навальный Navalny Nawalny Nawalnyj نافالني
  Горбачёв Gorbachev Gorbatschow Gorbatchev غورباتشوف
  Саркози Sarkozy ساركوزي סרקוזי
  Хусейн Hussein Hussain Hossein حسين
  Трамп Trump ترامب טראמפ Τραμπ トランプ
  Макрон Macron ماكرون מקרון Μακρόν マクロン
  Ципрас Τσίπρας Tsipras تسيبراس
  おおさか Osaka Осака
  Рохани روحانی Rouhani Rohani
  Асад الأسد Assad אסד
  Вучич Vučić فوتشيتش
  Шойгу Shoigu Schoigu شويغو`

/** Pairs that are different names or words, though they sound a little alike. */
const different = `
  Putin/Патон, Putin/батон, Putin/пятно, Putin/بيتنا, Obama/бомба, Obama/Обломов, Merkel/морковь, team/дом,
  market/март, minister/монастырь, Trump/Тромсё, house/Хасан, Assad/سيد, war/вор, bank/пункт, London/Линдон, Paris/борис,
  Moscow/мешок, Biden/бедный, Macron/микрофон, Zelensky/Залесский, Gaddafi/кодеки, Mohammed/مدمر, Netanyahu/נתן,
  people/пополам, state/стадо, report/робот, country/контора, Erdoğan/Ордынка, Schmidt/شموط, police/полоса`

describe('a name', () => {
  test('is found by its spellings in other scripts', () => {
    const lost = same
      .trim()
      .split('\n')
      .flatMap((line) => {
        const spellings = line.trim().split(' ')
        return spellings.flatMap((one) =>
          spellings
            .filter((other) => scriptOf(one) !== scriptOf(other))
            .filter((other) => !finds(one, other))
            .map((other) => `${one}/${other}`),
        )
      })
    expect(lost).toEqual([])
  })

  test('is not found by other words of other scripts', () => {
    const pairs = different.split(',').map((pair) => pair.trim().split('/') as [string, string])
    expect(pairs.filter(([one, other]) => finds(one, other) || finds(other, one)).map(String)).toEqual([])
  })

  test('is found across scripts only, and by three keys at most', () => {
    expect(analyser.isAcrossScripts('putin', 'putin')).toBe(false)
    expect(analyser.isAcrossScripts('putin', 'poutine')).toBe(false)
    for (const word of same.trim().split(/\s+/)) {
      expect(analyser.keysOf(foldWord(word)).length).toBeLessThanOrEqual(3)
      for (const key of analyser.keysOf(foldWord(word)))
        expect(analyser.keysAcross(foldWord(word))).not.toContain(key)
    }
  })

  test('has no key where it is a number, too short, or of a script that says no sounds', () => {
    for (const word of ['2019', '3.5', 'of', '北京', 'ไทย', '']) expect(analyser.keysOf(word)).toEqual([])
  })
})
