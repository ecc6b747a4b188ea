/** Endings over folded letters (`ı` is `i`, `ü` is `u`), how many letters must stay, and what must stand before. */
const endings: readonly (readonly [RegExp, number])[] = [
  [/(?:imiz|iniz|umuz|unuz)$/, 3],
  [/n?d[ae]n?$/, 3],
  [/(?<=[cfhkpst])t[ae]n?$/, 3],
  [/(?<=[aeiou])n[iu]n$/, 3],
  [/(?<=[aeou])y[ae]$/, 3],
  [/l[ae]r[iu]?$/, 2],
  [/[iu][mn]$/, 4],
  [/(?<=[aeiou])s[iu]$/, 3],
  [/(?<=[aeiou])y[iu]$/, 4],
  [/[iu]$/, 4],
]

/** An ending with `a` follows no `e` and the other way round; other vowels say too little once they are folded. */
const isInHarmony = (stem: string, ending: string): boolean => {
  const last = /[aeiou](?=[^aeiou]*$)/.exec(stem)?.[0]
  if (last === undefined) return false
  return !(last === 'e' && ending.includes('a')) && !(last === 'a' && ending.includes('e'))
}

const voiced: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k' }

/**
 * A light stemmer for folded Turkish: plural, possessive and case endings of nouns, from the end on, after Eryiğit and Adalı (2004).
 * lunr-languages' own looks at the difference of `ı` and `i`, which folded words no longer have.
 */
export const stemTurkish = (word: string): string => {
  for (const [ending, leaving] of endings) {
    const found = ending.exec(word)?.[0]
    if (found === undefined || word.length - found.length < leaving) continue
    const stem = word.slice(0, -found.length)
    if (isInHarmony(stem, found)) return stemTurkish(stem)
  }
  return word.length < 4 ? word : word.replace(/[bdg]$/, (letter) => voiced[letter] ?? letter)
}
