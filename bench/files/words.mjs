// Words, names and dates of files that nobody wrote, drawn from a seed like the articles.
import { createArticle, createVocabulary } from '../articles.mjs'

const pad = (number) => String(number).padStart(2, '0')

/** What the writers of formats draw from: an article's parts, and numbers. */
export const createWords = (random) => {
  const vocabulary = createVocabulary(20_000, random)
  const upTo = (most) => Math.floor(random() * most)
  const article = (number) => {
    const [headline, byline, ...paragraphs] = createArticle(number, vocabulary, random).trim().split('\n\n')
    return { headline, byline, paragraphs, day: `2024-${pad(1 + upTo(12))}-${pad(1 + upTo(28))}` }
  }
  const noise = (bytes) => {
    const made = Buffer.allocUnsafe(bytes)
    // No 0xff: in a JPEG it would begin a marker.
    for (let at = 0; at < bytes; at += 1) made[at] = Math.floor(random() * 255)
    return made
  }
  return { article, noise, upTo, word: () => vocabulary[upTo(vocabulary.length)] }
}

export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
