/** Sounds, as far as spellings of names tell them apart; `č` as in church, `ǧ` as in jam, `c` as in tsar, `x` as in loch, `þ` as in thin. */
const consonants = 'pbfvwtdþszšžčǧckgxhlrmny'
const vowels = 'aeiou'
const order = consonants + vowels

/** Sounds that scripts often write for one another are one letter of a key; the others are left out of it. */
const letters: Readonly<Record<string, string>> = {
  P: 'pb',
  T: 'tdþ',
  S: 'szšžčǧc',
  K: 'kgx',
  R: 'rl',
  M: 'm',
  N: 'n',
}

const bitsOf = (sounds: string): number =>
  [...sounds].reduce((bits, sound) => bits | (1 << order.indexOf(sound)), 0)

const letterOf = (sound: string): string =>
  Object.keys(letters).find((letter) => letters[letter]?.includes(sound)) ?? ''

/** A place in a word, with the sounds that may be meant there. */
export interface Phone {
  /** A bit for each sound. */
  readonly sounds: number
  /** Letters of keys that it may be, likeliest first; empty for what keys leave out. */
  readonly letters: readonly string[]
}

export const vowelBits = bitsOf(vowels)
/** Sounds that come and go between languages. */
export const weakBits = bitsOf('hyw')
/** Consonants, and vowels, that pass for one another. */
export const nearBits: readonly number[] = [
  ...['pb', 'tdþ', 'szšžčǧc', 'kgx'],
  'fvw',
  'xhg',
  'bv',
  'pf',
  ...['ei', 'ou', 'ao', 'ae'],
].map(bitsOf)

/** Reads `s/z;š c` as two places: `s` or `z`, in a comparison also `š`, and then `c`. */
export const phonesOf = (text: string): readonly Phone[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [keyed = '', compared = ''] = part.split(';')
      const sounds = keyed.split('/')
      return { sounds: bitsOf(sounds.join('') + compared), letters: [...new Set(sounds.map(letterOf))] }
    })
