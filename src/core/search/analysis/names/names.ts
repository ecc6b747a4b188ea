import { languageByLetters } from '../languageScripts'
import { scriptOf, type Script } from '../scripts'
import type { Stemmer } from '../stemmer'
import { withoutArabicArticle } from '../stemmers/arabic'
import { withoutHebrewPrefix } from '../stemmers/hebrew'
import type { Phone } from './phones'
import { createPronouncer } from './pronounce'
import { soundAlike } from './soundAlike'
import { spellings } from './spellings'

/** Finds a name across scripts: `Путин` as `Putin`. All words are folded. */
export interface Names {
  /** At most three keys under which a word is indexed, for the script that it is written in; none for what can be no name, as stop words. */
  readonly keysOf: (word: string) => readonly string[]
  /** The keys under which words of other scripts that sound like this one are found. */
  readonly keysAcross: (word: string) => readonly string[]
  /** Whether the two are of different scripts and can be spellings of one name. Words that share a key need not be. */
  readonly isAcrossScripts: (one: string, other: string) => boolean
}

const mostKeys = 3
const fewestLetters = 3
const scripts = Object.keys(spellings) as Script[]
const marks: Readonly<Partial<Record<Script, string>>> = {
  Latin: 'l',
  Cyrillic: 'c',
  Greek: 'g',
  Arabic: 'a',
  Hebrew: 'h',
  Kana: 'k',
}

/** Letters of a key; a letter that is heard twice in a row is written once where vowels are. */
const skeleton = (phones: readonly Phone[], choice: number, isVocalic: boolean): string => {
  let key = ''
  let before = ''
  for (const { letters } of phones) {
    const letter = letters[Math.min(choice, letters.length - 1)] ?? ''
    if (letter !== before || !isVocalic) key += letter
    before = letter
  }
  return key
}

const isVocalicScript = (script: Script): boolean => !['Arabic', 'Hebrew', 'Kana'].includes(script)

export const createNames = ({ stem, isStopWord }: Pick<Stemmer, 'stem' | 'isStopWord'>): Names => {
  const pronounce = createPronouncer()

  /** The word as it would stand alone: without case endings, article and prefixes; and as it is, where that may be the name. */
  const forms = (word: string, script: Script): readonly string[] => {
    switch (script) {
      case 'Latin':
        return word.length >= 5 && word.endsWith('e') ? [word, word.slice(0, -1)] : [word]
      case 'Cyrillic': {
        const bare = stem(word, languageByLetters(word, script) ?? 'ru')
        return [word, /[сц]ь?к$/.test(bare) ? `${bare}ий` : bare]
      }
      case 'Greek':
        return [word, word.endsWith('σ') ? word.slice(0, -1) : `${word}σ`]
      case 'Arabic': {
        const bare = withoutArabicArticle(word)
        return [bare, word.length >= 5 ? word.replace(/^[وفبل]/, '') : bare, word]
      }
      case 'Hebrew':
        return [word, withoutHebrewPrefix(word)]
      default:
        return [word]
    }
  }

  const pronunciations = (word: string): readonly (readonly Phone[])[] => {
    const script = scriptOf(word)
    const different = forms(word, script).filter((form, at, all) => all.indexOf(form) === at)
    return different.map((form) => pronounce(form, script))
  }

  const skeletons = (word: string, script: Script): readonly string[] => {
    if (word.length < fewestLetters || isStopWord(word, languageByLetters(word, script) ?? '')) return []
    const spoken = pronunciations(word)
    const isVocalic = isVocalicScript(script)
    const keys: string[] = []
    for (const choice of [0, 1])
      for (const phones of spoken) {
        const key = skeleton(phones, choice, isVocalic)
        if (key.length >= 2 && keys.length < mostKeys && !keys.includes(key)) keys.push(key)
      }
    return keys
  }

  return {
    keysOf: (word) => {
      const script = scriptOf(word)
      const mark = marks[script]
      return mark === undefined ? [] : skeletons(word, script).map((key) => mark + key)
    },
    keysAcross: (word) => {
      const script = scriptOf(word)
      if (marks[script] === undefined) return []
      const others = scripts.filter((other) => other !== script)
      return skeletons(word, script).flatMap((key) => others.map((other) => `${marks[other] ?? ''}${key}`))
    },
    isAcrossScripts: (one, other) => {
      const pair = [scriptOf(one), scriptOf(other)] as const
      if (pair[0] === pair[1] || pair.some((script) => marks[script] === undefined)) return false
      return pronunciations(one).some((mine) =>
        pronunciations(other).some((theirs) => soundAlike(mine, theirs, pair)),
      )
    },
  }
}
