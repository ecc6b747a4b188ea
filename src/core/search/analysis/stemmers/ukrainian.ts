import { endingsOf, withoutEnding } from './suffixes'

const reflexive = endingsOf('ся сь', 4)
const verbs = endingsOf(
  `увати ували увала увало ував ують ує уємо уєте ати али ала ало ав ають ає ити или ила ило ив ять ить уть ють іти іли іла іло ів`,
  3,
)
const names = endingsOf(
  `ами ями ах ях ам ям ів їв ові еві єві ом ем єм ою ею єю ого його ому йому ими іми їми им ім їм их іх їх ій ої
  ий а я о е є и і ї у ю ь й`,
  3,
)

/**
 * A light stemmer for folded Ukrainian (apostrophes are gone): endings of nouns, adjectives and verbs, longest first, after the order
 * of Snowball's Russian stemmer (Porter, 2001). Vowels that change within a word (Київ, Києва) stay apart.
 */
export const stemUkrainian = (word: string): string => {
  const plain = withoutEnding(word, reflexive)
  const name = withoutEnding(plain, names)
  const verb = withoutEnding(plain, verbs)
  return verb.length < name.length ? verb : name
}
