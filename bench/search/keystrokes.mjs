// A headline typed letter by letter: how soon its article is among the first five, and what each letter costs.
import { summary, timed } from '../measure.mjs'

const titles = 15
const shown = 5
const longest = 30

const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** `{ words, beginning }` after each letter from the third on. */
const steps = (title) =>
  Array.from({ length: Math.min(title.length, longest) - 2 }, (_, at) => title.slice(0, at + 3))
    .filter((typed) => !typed.endsWith(' '))
    .map((typed) => {
      const words = typed.split(' ')
      return { length: typed.length, words: words.slice(0, -1), beginning: words.at(-1) }
    })

/** Letters of a title that were typed when its article came; `longest` where it never did. */
const typeTitle = async (side, { id, title }, times) => {
  let letters = longest
  for (const { length, words, beginning } of steps(plain(title))) {
    const { value: found, ms } = await timed(() => side.typed(words, beginning))
    times.push(ms)
    if (letters === longest && found.slice(0, shown).includes(id)) letters = length
  }
  return letters
}

/** `{ [side]: { letters, ms } }`: medians and 95th percentiles; the sides take turns title by title. */
export const typeTitles = async (opened, articles) => {
  const letters = {}
  const times = {}
  for (const article of articles.slice(0, titles))
    for (const [name, side] of Object.entries(opened)) {
      const needed = await typeTitle(side, article, (times[name] ??= []))
      ;(letters[name] ??= []).push(needed)
    }
  return Object.fromEntries(
    Object.keys(opened).map((name) => [name, { letters: summary(letters[name]), ms: summary(times[name]) }]),
  )
}
