// What a person types, from a fixed seed: each beginning of a word, words, two words, phrases, all out of the texts.
const wordsOf = (text) => text.toLowerCase().match(/[a-z]+/g) ?? []

export const createQueries = (texts, random) => {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const words = () => wordsOf(pick(texts))
  const typed = Array.from({ length: 20 }, () => pick(words())).flatMap((word) =>
    Array.from({ length: word.length }, (_, index) => ({ kind: 'typing', text: word.slice(0, index + 1) })),
  )
  const single = Array.from({ length: 40 }, () => ({ kind: 'word', text: pick(words()) }))
  const pairs = Array.from({ length: 40 }, () => {
    const from = words()
    return { kind: 'and', text: `${pick(from)} ${pick(from)}` }
  })
  const phrases = Array.from({ length: 20 }, () => {
    const from = words()
    const start = Math.floor(random() * (from.length - 3))
    return { kind: 'phrase', text: `"${from.slice(start, start + 2).join(' ')}"` }
  })
  return [...typed, ...single, ...pairs, ...phrases].sort(() => random() - 0.5)
}
