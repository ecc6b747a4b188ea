// Real news, where the folder of larger test data is at hand.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const shared = process.env.CUTTINGS_SHARED ?? resolve(import.meta.dirname, '../../../shared')
const folder = join(shared, 'corpora/news')

const readArticles = (name) =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** `{ articles, longArticles, queries }`, or `undefined` where there is none. */
export const readNews = () =>
  existsSync(folder)
    ? {
        articles: readArticles('articles.jsonl.gz'),
        longArticles: readArticles('long-articles.jsonl.gz'),
        queries: JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')),
      }
    : undefined
