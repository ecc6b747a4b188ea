import type { Script } from '../scripts'
import { nearBits, vowelBits, weakBits, type Phone } from './phones'

/** Scripts that write consonants, and only some vowels. */
const isConsonantal = (script: Script): boolean => script === 'Arabic' || script === 'Hebrew'

/** What it costs to leave out a vowel of a word, by its script and that of the other. */
const costOfVowel = (script: Script, other: Script): number => {
  // Vowels part consonants in kana.
  if (script === 'Kana') return 0.05
  // What is written at all in these is long, or a consonant.
  if (isConsonantal(script)) return isConsonantal(other) ? 0.2 : 0.35
  return isConsonantal(other) ? 0.05 : 0.5
}

const isVowel = (phone: Phone): boolean => (phone.sounds & vowelBits) !== 0
const isConsonant = (phone: Phone): boolean => (phone.sounds & ~(vowelBits | weakBits)) !== 0

const costOfChange = (one: Phone, other: Phone): number => {
  if ((one.sounds & other.sounds) !== 0) return 0
  const isNear = nearBits.some((near) => (one.sounds & near) !== 0 && (other.sounds & near) !== 0)
  if (isVowel(one) && isVowel(other)) return isNear ? 0.4 : 1
  return isNear ? 0.6 : 9
}

const costOfLeaving = (phone: Phone, vowel: number): number => {
  if (isVowel(phone)) return vowel
  return isConsonant(phone) ? 1.5 : 0.4
}

/** How far two pronunciations are apart: sounds changed and left out, where vowels have a cost for each word. */
const distance = (
  one: readonly Phone[],
  other: readonly Phone[],
  [vowelOfOne, vowelOfOther]: readonly [number, number],
): number => {
  let before = [0]
  for (const [at, phone] of other.entries())
    before.push((before[at] ?? 0) + costOfLeaving(phone, vowelOfOther))
  for (const phone of one) {
    const leaving = costOfLeaving(phone, vowelOfOne)
    const row = [(before[0] ?? 0) + leaving]
    for (const [at, candidate] of other.entries())
      row.push(
        Math.min(
          (before[at] ?? 0) + costOfChange(phone, candidate),
          (before[at + 1] ?? 0) + leaving,
          (row[at] ?? 0) + costOfLeaving(candidate, vowelOfOther),
        ),
      )
    before = row
  }
  return before.at(-1) ?? 0
}

const isVowelAt = (phones: readonly Phone[], at: number): boolean => {
  const phone = phones.at(at)
  return phone !== undefined && isVowel(phone)
}

/** Whether two words of different scripts can be spellings of one name. Few consonants and no vowels say too little. */
export const soundAlike = (
  one: readonly Phone[],
  other: readonly Phone[],
  [scriptOfOne, scriptOfOther]: readonly [Script, Script],
): boolean => {
  const consonants = Math.min(one.filter(isConsonant).length, other.filter(isConsonant).length)
  if (consonants < 2) return false
  const apart = distance(one, other, [
    costOfVowel(scriptOfOne, scriptOfOther),
    costOfVowel(scriptOfOther, scriptOfOne),
  ])
  const scripts = [scriptOfOne, scriptOfOther]
  const isKana = scripts.includes('Kana')
  if (!isKana && !scripts.some(isConsonantal)) return apart <= 0.07 * (one.length + other.length)
  // At both ends of a name vowels are written everywhere, and in kana also after the last consonant.
  const ends = isKana ? 0 : [0, -1].filter((at) => isVowelAt(one, at) !== isVowelAt(other, at)).length
  return apart + 0.3 * ends <= (consonants < 3 ? 0.1 : 0.12 * consonants)
}
