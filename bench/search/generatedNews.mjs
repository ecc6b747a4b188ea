// What takes the place of real news where there is none: made-up words by Zipf's law, each section with words of its own.
import { createArticle, createVocabulary } from '../articles.mjs'
import { createTestQueries } from './testQueries.mjs'

const sections = ['world', 'business', 'sport', 'science', 'culture', 'politics']
const ownWords = 3000

const articleOf = (id, words, section, random) => {
  const [title, ...paragraphs] = createArticle(id, words, random).trim().split('\n\n')
  return { id, title, body: paragraphs.join('\n'), section }
}

export const generateNews = (count, longCount, random) => {
  const common = createVocabulary(40_000, random)
  const vocabularies = sections.map(() => {
    const own = createVocabulary(ownWords, random).map((word) => `${word}um`)
    return common.map((word, at) => (at % 7 === 6 ? own[at % ownWords] : word))
  })
  const articles = Array.from({ length: count }, (_, id) => {
    const at = Math.floor(random() * sections.length)
    return articleOf(id, vocabularies[at], sections[at], random)
  })
  const longArticles = articles.slice(0, longCount).map((article, at) => ({
    ...article,
    body: [0, 1, 2].map((step) => articles[(at + step) % count].body).join('\n'),
  }))
  return { articles, longArticles, queries: createTestQueries(articles.slice(0, 1000), random) }
}
