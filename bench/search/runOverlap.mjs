// Whether it matters for the first ten hits in how many indexes the documents are, and in which order they came.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../articles.mjs'
import { asTyped } from './asTyped.mjs'
import { tell, told } from './child.mjs'
import { articleToDocument } from './documents.mjs'
import { loadEngine } from './engineBundle.mjs'
import { valuesOf } from './lines.mjs'

const { folder, path, queriesPath } = told()
const most = 10_000
const places = 10
const { queries, knownItem } = JSON.parse(readFileSync(queriesPath, 'utf8'))

const articles = [...valuesOf(path)].slice(0, most)

const shuffled = () => {
  const random = createRandom(20_261_122)
  const keyed = articles.map((article) => ({ article, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ article }) => article)
}
const byTopic = () =>
  [...articles].sort((a, b) => (a.section < b.section ? -1 : a.section > b.section ? 1 : a.id - b.id))

const asked = [
  ...queries.sayt.map(({ full, prefix }) => ['typed', full, prefix]),
  ...queries.one.map(({ terms }) => ['all', terms]),
  ...queries.and.map(({ terms }) => ['all', terms]),
  ...queries.or.map(({ terms }) => ['any', terms]),
  ...knownItem.title.map(({ terms }) => ['any', terms]),
  ...knownItem.body3.map(({ terms }) => ['any', terms]),
]

const { openWhole, openInParts } = await loadEngine()

const answersOf = async (open, name, inOrder) => {
  const own = join(folder, `overlap-${name}`)
  mkdirSync(own)
  const engine = await open(inOrder.map(articleToDocument), own)
  const sides = asTyped(engine.select)
  const answers = []
  for (const [kind, ...words] of asked) answers.push((await sides[kind](...words)).slice(0, places))
  await engine.close()
  return answers
}

/** Mean share of the first hits that both have, over the queries that find anything. */
const overlap = (one, other) => {
  const shares = one.flatMap((hits, at) => {
    const count = Math.max(hits.length, other[at].length)
    return count === 0 ? [] : [hits.filter((id) => other[at].includes(id)).length / count]
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

const whole = await answersOf(openWhole, 'whole', articles)
tell({
  shuffled: overlap(whole, await answersOf(openInParts, 'shuffled', shuffled())),
  byTopic: overlap(whole, await answersOf(openInParts, 'topic', byTopic())),
})
