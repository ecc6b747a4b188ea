// All sides loaded in one process and asked in turn. With `long` only what the goals ask of long articles.
import { readFileSync, rmSync } from 'node:fs'
import { summary, timed } from '../measure.mjs'
import { addOneByOne } from './additions.mjs'
import { tell, told } from './child.mjs'
import { timeKinds } from './contest.mjs'
import { additionsTo } from './fileSource.mjs'
import { typeTitles } from './keystrokes.mjs'
import { rankKnownItems } from './knownItems.mjs'
import { valuesOf } from './lines.mjs'
import { loadSide } from './sides.mjs'
import { checkSoundness } from './soundness.mjs'

const { sides, folder, path, queriesPath, addedPath, isLong } = told()
const { queries, knownItem } = JSON.parse(readFileSync(queriesPath, 'utf8'))

const opened = {}
for (const name of sides) opened[name] = await (await loadSide(name)).open(folder, path)

const showPages = async () => {
  const times = []
  for (const { full, prefix } of queries.sayt)
    times.push((await timed(() => opened.oursInWorker.shown([...full, prefix].join(' ')))).ms)
  return summary(times)
}

const rankAll = async () => {
  const ranked = {}
  for (const name of sides.filter((one) => one !== 'oursInWorker'))
    ranked[name] = await rankKnownItems(opened[name], knownItem)
  return ranked
}

/** Errors of peers that were taken for no hits. */
const thrownBy = () =>
  Object.fromEntries(
    Object.entries(opened).flatMap(([name, { thrown }]) => (thrown ? [[name, thrown()]] : [])),
  )

/** Says what is done, since all of it takes minutes. */
const step = async (what, work) => {
  const found = await work()
  console.error(`  ${what}: done`)
  return found
}

const measureAll = async () => {
  const known = new Set(knownItem.title.map(({ id }) => id))
  const articles = [...valuesOf(path)].filter(({ id }) => known.has(id) || id % 7 === 0)
  const titled = articles.filter(({ id }) => known.has(id))
  const added = [...valuesOf(addedPath)]
  return {
    times: await step('queries', () => timeKinds(opened, queries)),
    shown: await step('pages of hits', showPages),
    keystrokes: await step('headlines typed', () => typeTitles(opened, titled)),
    ranks: await step('known items', rankAll),
    soundness: await step('soundness', () => checkSoundness(opened.ours.engine, articles, 7)),
    additions: await step('additions', () => addOneByOne(opened, added, queries.sayt, `${addedPath}.disk`)),
    thrown: thrownBy(),
  }
}

const goalsOfLong = ['sayt', 'one', 'or', 'and', 'phrase']
tell(isLong ? { times: await timeKinds(opened, queries, goalsOfLong) } : await measureAll())
for (const side of Object.values(opened)) await side.close()
rmSync(additionsTo(path), { force: true })
