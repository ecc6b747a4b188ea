// What must never happen: a query that throws, or a word of a text by which the text is not found.
import { createRandom } from '../articles.mjs'
import { numberToId } from './documents.mjs'

const tried = 40
const wordsEach = 5
const strings = 300
const parts =
  'a bank the 3.5 U.S. é ß 北京 ع " ( ) : * ~ ~1 - AND OR NOT NEAR/5 headline: is: before:2019 foo:bar http://x.y/z?a=b'.split(
    ' ',
  )

/** Words that stand between spaces and hold nothing that might part them. */
const wordsOf = ({ title, body }) =>
  `${title} ${body}`.split(/\s+/).filter((word) => /^(?:[A-Za-z]+|\d+)$/.test(word))

/** `{ lost, exceptions }` of the engine, each the number of times in this run and, of the first, an example. */
export const checkSoundness = async (engine, articles, seed) => {
  const random = createRandom(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const lost = []
  for (let at = 0; at < tried; at += 1) {
    const article = pick(articles)
    const words = wordsOf(article)
    for (let turn = 0; turn < wordsEach; turn += 1) {
      const word = pick(words)
      const found = await engine.select(`"${word}"`)
      if (!found.includes(numberToId(article.id))) lost.push(word)
    }
  }
  const thrown = []
  for (let at = 0; at < strings; at += 1) {
    const text = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(parts)).join(
      random() < 0.5 ? ' ' : '',
    )
    await engine
      .query({ text, offset: 0, limit: 1, placesPerHit: 1 })
      .catch(({ message }) => thrown.push({ text, message }))
  }
  return { lost: lost.length, lostExample: lost[0], exceptions: thrown.length, exceptionExample: thrown[0] }
}
