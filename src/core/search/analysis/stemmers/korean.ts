const firstSyllable = 0xac00
const finals = 28

/** Particles by the sound that they follow: a consonant at the end of the syllable, a vowel, or either. */
const afterConsonant = ['은', '이', '을', '과', '으로', '이라고', '이나', '이다']
const afterVowel = ['는', '가', '를', '와', '로', '라고', '나', '다']
const afterEither = [
  '에서는', '에서', '에게', '에는', '에도', '에', '의', '도', '만', '까지', '부터', '보다', '처럼', '마다', '께서', '들',
] // prettier-ignore

const endsInConsonant = (word: string): boolean =>
  ((word.codePointAt(word.length - 1) ?? firstSyllable) - firstSyllable) % finals !== 0

const fits = (stem: string, particle: string): boolean => {
  if (afterEither.includes(particle)) return true
  // `로` follows ㄹ (the eighth final) as it does a vowel.
  const final = ((stem.codePointAt(stem.length - 1) ?? firstSyllable) - firstSyllable) % finals
  if (particle === '로' && final === 8) return true
  return endsInConsonant(stem) ? afterConsonant.includes(particle) : afterVowel.includes(particle)
}

const particles = [...afterEither, ...afterConsonant, ...afterVowel].sort((a, b) => b.length - a.length)

/**
 * Takes the particles off a Korean word that are written as one with it, each only after the sound that it can follow (the rule of the
 * Hangul orthography of 1988), and at least two syllables are left.
 */
export const stemKorean = (word: string): string => {
  if (!/^\p{Script=Hangul}{3,}$/u.test(word)) return word
  const particle = particles.find(
    (ending) =>
      word.length - ending.length >= 2 &&
      word.endsWith(ending) &&
      fits(word.slice(0, -ending.length), ending),
  )
  return particle ? stemKorean(word.slice(0, -particle.length)) : word
}
