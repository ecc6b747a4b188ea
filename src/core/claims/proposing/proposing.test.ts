import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sentencesOf } from './sentences'
import { claimTypeOf, createSigns } from './signsOf'
import { tabledLanguages } from './tableOf'

const textsOf = (text: string, language: string): string[] =>
  sentencesOf(text, language).map((sentence) => sentence.text)

describe('sentences', () => {
  it.each([
    ['en', 'Dr. Ada Example left at 5 p.m. The rest stayed.', 2],
    ['en', 'Mr. Sample spoke. Nobody listened.', 2],
    ['en', 'J. R. Sample spoke first.', 1],
    ['en', '“It was deep. We saw it,” she said. Then they left.', 2],
    ['de', 'Am 3. März kam Prof. Beispiel. Er blieb z. B. in der Stadt.', 2],
    ['de', '„Es war tief. Wir sahen es“, sagte sie. Dann gingen sie.', 2],
    ['fr', 'M. Exemple est parti. Personne n’a rien dit.', 2],
    ['ru', 'В 2019 г. построили мост. Он стоит.', 2],
    ['ar', 'وصل الوزير أمس. لم يقل شيئا.', 2],
    ['zh', '桥在三月关闭。没有人说话。', 2],
    ['ja', '橋は閉鎖された。誰も話さなかった。', 2],
    ['nonsense tag', 'One. Two three.', 2],
  ])('of %s: %s', (language, text, count) => {
    expect(textsOf(text, language)).toHaveLength(count)
  })

  it('hold every character but blanks, in order and where they stand', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'de', 'ar', 'zh', 'xx'),
        (text, language) => {
          const sentences = sentencesOf(text, language)
          let last = 0
          for (const { start, end, text: words } of sentences) {
            expect(text.slice(start, end)).toBe(words)
            expect(text.slice(last, start).trim()).toBe('')
            last = end
          }
          expect(text.slice(last).trim()).toBe('')
        },
      ),
    )
  })
})

const signs = (language: string, sentence: string, known: readonly string[] = []) =>
  createSigns(language, known)(sentence)

describe('signs', () => {
  it.each([
    ['en', 'Close to 30,000 people came out.', 'number'],
    ['en', 'They counted several hundred boats.', 'number'],
    ['en', 'It closed in February and never opened.', 'date'],
    ['en', 'it was over in 2019 for them.', 'date'],
    ['en', 'They left on May 5 with nothing.', 'date'],
    ['en', 'the convoy reached Baghouz at night.', 'name'],
    ['en', '“We saw it,” said the driver.', 'quotation'],
    ['en', 'it was the largest of them all.', 'superlative'],
    ['de', 'Etwa 300 Menschen kamen heraus.', 'number'],
    ['de', 'Im Februar war es vorbei.', 'date'],
    ['de', 'dort wartete Ada Beispiel auf sie.', 'name'],
    ['de', '„Wir sahen es“, sagte der Fahrer.', 'quotation'],
    ['de', 'es war der größte von allen.', 'superlative'],
    ['fr', 'ils étaient plusieurs centaines.', 'number'],
    ['fr', 'c’était fini en février.', 'date'],
    ['fr', '« Nous l’avons vu », dit le chauffeur.', 'quotation'],
    ['fr', 'c’est la plus grande de toutes.', 'superlative'],
    ['es', 'fueron miles de personas.', 'number'],
    ['es', 'terminó el 5 de marzo.', 'date'],
    ['es', 'era la ciudad más grande.', 'superlative'],
    ['it', 'erano decine di migliaia.', 'number'],
    ['it', 'finì il 5 marzo.', 'date'],
    ['it', 'era la più grande.', 'superlative'],
    ['pt', 'eram centenas de pessoas.', 'number'],
    ['pt', 'acabou em fevereiro.', 'date'],
    ['pt', 'era a maior de todas.', 'superlative'],
    ['nl', 'het waren honderden mensen.', 'number'],
    ['nl', 'het was voorbij in februari.', 'date'],
    ['nl', 'het was de grootste.', 'superlative'],
    ['pl', 'było tam tysiące ludzi.', 'number'],
    ['pl', 'skończyło się 5 lutego.', 'date'],
    ['pl', 'był to największy z nich.', 'superlative'],
    ['ru', 'там были тысячи людей.', 'number'],
    ['ru', 'всё кончилось 5 февраля.', 'date'],
    ['ru', 'это был самый большой из них.', 'superlative'],
    ['uk', 'там були тисячі людей.', 'number'],
    ['uk', 'усе скінчилося 5 лютого.', 'date'],
    ['uk', 'це був найбільший з них.', 'superlative'],
    ['tr', 'orada binlerce kişi vardı.', 'number'],
    ['tr', 'şubat ayında bitti.', 'date'],
    ['tr', 'bu en büyük olanıydı.', 'superlative'],
    ['ar', 'كان هناك آلاف الأشخاص.', 'number'],
    ['ar', 'انتهى ذلك في فبراير.', 'date'],
    ['ar', 'كانت أكبر مدينة.', 'superlative'],
    ['ar', 'قال الرئيس ذلك مساء.', 'name'],
    ['zh', '那里有三千人。', 'number'],
    ['zh', '2019年2月结束了。', 'date'],
    ['zh', '这是最大的城市。', 'superlative'],
    ['zh', '“我们看见了”，司机说。', 'quotation'],
    ['ja', '三千人がいた。', 'number'],
    ['ja', '2月に終わった。', 'date'],
    ['ja', '最も大きい町だった。', 'superlative'],
    ['ja', '「私たちは見た」と言った。', 'quotation'],
    ['sw', 'watu 300 walikuja.', 'number'],
  ])('of %s: %s has a %s', (language, sentence, sign) => {
    expect(signs(language, sentence)).toContain(sign)
  })

  it.each([
    ['en', 'They walked on in the rain.'],
    ['en', 'But they may march on, and rest in the forest.'],
    ['en', 'He said that nothing was to be seen.'],
    ['de', 'Die Menschen gingen durch den Regen.'],
    ['de', 'Sie warteten dort auf das Schiff.'],
    ['fr', 'Ils marchaient sous la pluie.'],
    ['ru', 'Они шли под дождём.'],
    ['ar', 'مشوا تحت المطر.'],
    ['zh', '他们在雨中走。'],
  ])('of %s: %s has none', (language, sentence) => {
    expect(signs(language, sentence)).toEqual([])
  })

  it('finds names that the article is filed under, in any script', () => {
    expect(signs('zh', '巴古兹很小。', ['巴古兹'])).toEqual(['name'])
    expect(signs('ar', 'الباغوز صغيرة.', ['الباغوز'])).toEqual(['name'])
  })

  it('makes of the first sign the kind of claim', () => {
    expect(claimTypeOf(signs('en', '“Thirty boats,” said Ada Example in 2019.'))).toBe('quote')
    expect(claimTypeOf(signs('en', 'it closed in February.'))).toBe('date')
    expect(claimTypeOf([])).toBe('fact')
  })

  it('never throws, whatever is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...tabledLanguages, 'xx', ''),
        (text, language) => {
          expect(Array.isArray(signs(language, text))).toBe(true)
        },
      ),
    )
  })
})

test('a long passage without full stops is read in one go', () => {
  const words = 'and then they went on '.repeat(20_000)
  expect(sentencesOf(words, 'en')).toHaveLength(1)
  expect(createSigns('en', [])(words)).toEqual([])
})
