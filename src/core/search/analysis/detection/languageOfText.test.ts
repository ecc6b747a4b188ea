import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { createAnalyser } from '../analyser'

const analyser = createAnalyser()
const languageOf = (text: string, around?: string): string | undefined =>
  analyser.languageOfText(analyser.tokenise(text), around)

describe('a passage that states no language', () => {
  const passages: readonly (readonly [string, string])[] = [
    ['en', 'The minister said that the bridge would be closed until the end of the week.'],
    ['de', 'Der Minister sagte, dass die Brücke bis zum Ende der Woche gesperrt bleibt.'],
    ['fr', "Le ministre a dit que le pont serait fermé jusqu'à la fin de la semaine."],
    ['es', 'El ministro dijo que el puente estará cerrado hasta el fin de la semana.'],
    ['it', 'Il ministro ha detto che il ponte sarà chiuso fino alla fine della settimana.'],
    ['pt', 'O ministro disse que a ponte não vai abrir até ao fim da semana.'],
    ['nl', 'De minister zei dat de brug tot het einde van de week gesloten blijft.'],
    ['pl', 'Minister powiedział, że most będzie zamknięty do końca tygodnia, bo nie jest bezpieczny.'],
    ['sv', 'Ministern sade att bron ska vara stängd till slutet av veckan och inte öppnas.'],
    ['tr', 'Bakan, köprünün hafta sonuna kadar kapalı olacağını ve daha sonra açılacağını söyledi.'],
    ['ru', 'Министр сказал, что мост будет закрыт до конца недели.'],
    ['uk', 'Міністр сказав, що міст буде закрито до кінця тижня, і його ще не відкриють.'],
    ['bg', 'Министърът каза, че мостът ще бъде затворен до края на седмицата и след това.'],
    ['sr', 'Министар је рекао да ће мост бити затворен до краја недеље и да није безбедан.'],
    ['cs', 'Ministr řekl, že most bude uzavřen do konce týdne, ale že není jisté, jak to bude dál.'],
    ['ar', 'قال الوزير إن الجسر سيبقى مغلقا حتى نهاية الأسبوع.'],
    ['fa', 'وزیر گفت که این پل تا پایان هفته بسته خواهد بود.'],
    ['ur', 'وزیر نے کہا کہ یہ پل ہفتے کے آخر تک بند رہے گا۔'],
    ['he', 'השר אמר שהגשר יהיה סגור עד סוף השבוע.'],
    ['el', 'Ο υπουργός είπε ότι η γέφυρα θα μείνει κλειστή.'],
    ['ja', '大臣は橋が週末まで閉鎖されると述べた。'],
    ['zh', '部长说，这座桥将关闭到周末。'],
    ['ko', '장관은 다리가 주말까지 폐쇄된다고 말했다.'],
    ['th', 'รัฐมนตรีกล่าวว่าสะพานจะปิดจนถึงสิ้นสัปดาห์'],
  ]

  test.each(passages)('is read as what it is (%s), whatever its article is in', (language, text) => {
    for (const around of [undefined, language === 'en' ? 'de' : 'en', 'ru', 'ar', language])
      expect(languageOf(text, around), String(around)).toBe(language)
  })

  test('has the language of its article where its own words say too little', () => {
    expect(languageOf('Schmidt, Weber, Nowak', 'pl-PL')).toBe('pl-PL')
    expect(languageOf('Schmidt, Weber, Nowak', undefined)).toBeUndefined()
    expect(languageOf('1914–1918', 'de')).toBe('de')
    expect(languageOf('', undefined)).toBeUndefined()
    expect(languageOf('東京', 'ja')).toBe('ja')
  })

  test('keeps the region that its article states', () => {
    expect(languageOf('Der Minister sagte, dass die Brücke gesperrt bleibt.', 'de-AT')).toBe('de-AT')
  })

  test('goes by the script that most of it is written in', () => {
    expect(languageOf('Министр сказал, что White House это не касается.', 'en')).toBe('ru')
    expect(languageOf('He said that the word перестройка is known to all.', 'ru')).toBe('en')
  })
})

const corpora = sharedFolder('corpora')
if (corpora !== undefined) {
  const passagesOf = (path: string, atMost: number): readonly string[] =>
    gunzipSync(readFileSync(join(corpora, path)))
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(0, atMost)
      .flatMap((line) => (JSON.parse(line) as { body: string }).body.split('\n'))
      .filter((passage) => passage.length >= 100)

  test.each([
    ['ar', 'languages/ar.jsonl.gz'],
    ['de', 'languages/de.jsonl.gz'],
    ['fr', 'languages/fr.jsonl.gz'],
    ['ru', 'languages/ru.jsonl.gz'],
    ['zh', 'languages/zh.jsonl.gz'],
    ['en', 'news/articles.jsonl.gz'],
  ])('passages of 100 characters and more are told, 98 in 100 (%s)', (language, path) => {
    const passages = passagesOf(path, 3000)
    const right = passages.filter((passage) => languageOf(passage) === language)
    expect(passages.length).toBeGreaterThan(20)
    expect(right.length / passages.length).toBeGreaterThan(0.98)
  })
}
