// More articles than there are: passages of several real ones, with names that nobody bears, from a fixed seed. New names keep
// the vocabulary growing as that of a real archive does.
import { createVocabulary } from '../articles.mjs'

const pick = (list, random) => list[Math.floor(random() * list.length)]

const passagesOf = ({ body }) => {
  const passages = body.split(/\n+|(?<=[a-z]\.)\s+(?=[A-Z])/).filter((passage) => passage.length > 20)
  return passages.length > 0 ? passages : [body]
}

const countWords = (text) => text.split(/\s+/).length

const capitalised = (word) => word[0].toUpperCase() + word.slice(1)

/** A name: as a rule one that was in the news before, the oldest the most often. */
const createNames = (random) => {
  const unused = createVocabulary(60_000, random).map(capitalised)
  const used = []
  return () => {
    if (used.length > 20 && random() < 0.7) return used[Math.floor(random() ** 2 * used.length)]
    used.push(unused[used.length % unused.length])
    return used.at(-1)
  }
}

const mixedTitle = (first, second, name, random) => {
  const words = first.title.split(/\s+/).slice(0, 6)
  words[Math.floor(random() * words.length)] = name
  return [...words, ...second.title.split(/\s+/).slice(0, 2)].join(' ')
}

/** Two or three passages in a row of one article after another, until there are enough words. */
const mixedPassages = (articles, first, enough, random) => {
  const passages = []
  let words = 0
  let from = first
  do {
    const all = passagesOf(from)
    const start = Math.floor(random() * all.length)
    for (const passage of all.slice(start, start + 3)) {
      passages.push(passage)
      words += countWords(passage)
    }
    from = pick(articles, random)
  } while (words < enough)
  return passages
}

/** Yields articles `from` to `count` by number, made of those given; `words` is how many one of them has at least. */
export const enlarge = function* (articles, from, count, words, random) {
  const name = createNames(random)
  for (let id = from; id < count; id += 1) {
    const first = pick(articles, random)
    const names = [name(), name()]
    const passages = mixedPassages(articles, first, words(random), random)
    const body = passages
      .join('\n')
      .replace(/(?<=[a-z,] )[A-Z][a-z]{3,}/g, (word) => (random() < 0.3 ? pick(names, random) : word))
    const title = mixedTitle(first, pick(articles, random), names[0], random)
    yield { id, title, body: `${body}\n${names[0]} told ${names[1]}.`, section: first.section }
  }
}
