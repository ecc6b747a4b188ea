// What every side indexes and is asked, written into a folder: the same bytes for all, from a fixed seed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../articles.mjs'
import { enlarge } from './enlarge.mjs'
import { generateNews } from './generatedNews.mjs'
import { writeValues } from './lines.mjs'
import { readNews } from './news.mjs'

const seed = 20_261_122
/** Articles that are added one at a time once everything is indexed. */
const addedCount = 200

const lengthsOf = (articles) => {
  const lengths = articles.slice(0, 2000).map(({ body }) => body.split(/\s+/).length * 0.8)
  return (random) => lengths[Math.floor(random() * lengths.length)]
}

/** The first `count` articles, and more out of them where there are fewer. */
const sized = (articles, count, random) =>
  articles.length >= count
    ? articles.slice(0, count)
    : [...articles, ...enlarge(articles, articles.length, count, lengthsOf(articles), random)]

/** Known items that are in the corpus: of a small one only some are. */
const inCorpus = ({ queries, knownItem }, count) => ({
  queries,
  knownItem: Object.fromEntries(
    Object.entries(knownItem).map(([kind, items]) => [kind, items.filter(({ id }) => id < count)]),
  ),
})

/**
 * Writes `articles.jsonl`, `long.jsonl`, `added.jsonl` (`{id, title, body, section}` on each line, `id` the number of the
 * line) and `queries.json`. Returns where the texts are from.
 */
export const writeCorpus = (folder, count, longCount) => {
  const random = createRandom(seed)
  const real = readNews()
  const news = real ?? generateNews(count, longCount, random)
  const articles = sized(news.articles, count, random)
  writeValues(join(folder, 'articles.jsonl'), articles)
  writeValues(join(folder, 'long.jsonl'), sized(news.longArticles, longCount, random))
  const more = enlarge(news.articles, count, count + addedCount, lengthsOf(news.articles), random)
  writeValues(join(folder, 'added.jsonl'), more)
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(inCorpus(news.queries, count)))
  return real ? 'real news' : 'generated articles'
}
