import type { Script } from './scripts'

const languages: Readonly<Partial<Record<Script, string>>> = {
  Cyrillic: 'ru uk be bg sr mk kk ky tg mn tt',
  Greek: 'el',
  Arabic: 'ar fa ur ps ug ckb sd',
  Hebrew: 'he yi',
  Hangul: 'ko',
  Kana: 'ja',
  other: 'zh yue wuu th lo km my hi bn ta te ml kn mr gu pa si ne ka hy am und mul zxx',
}

const scripts = new Map(
  Object.entries(languages).flatMap(([script, names]) =>
    names.split(' ').map((language) => [language, script as Script] as const),
  ),
)

const synonyms: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  ji: 'yi',
  pes: 'fa',
  prs: 'fa',
  cmn: 'zh',
}

/** The language of a BCP 47 tag, without region and script, under the name that stemmers have. */
export const primaryLanguage = (tag: string | undefined): string | undefined => {
  const primary = tag?.toLowerCase().split('-')[0]
  return primary ? (synonyms[primary] ?? primary) : undefined
}

/** The script that texts of a language are written in; of one that is not known here it is Latin. */
export const scriptOfLanguage = (language: string): Script => scripts.get(language) ?? 'Latin'

const lettersOfUkrainian = /[іїє]/
const lettersOfPersian = /[پچژگ]/

/** The language by which a word is stemmed where the language of its text has another script. */
export const languageByLetters = (word: string, script: Script): string | undefined => {
  switch (script) {
    case 'Latin':
      return 'en'
    case 'Cyrillic':
      return lettersOfUkrainian.test(word) ? 'uk' : 'ru'
    case 'Greek':
      return 'el'
    case 'Arabic':
      return lettersOfPersian.test(word) ? 'fa' : 'ar'
    case 'Hebrew':
      return 'he'
    case 'Hangul':
      return 'ko'
    default:
      return undefined
  }
}
