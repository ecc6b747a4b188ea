import { resolve } from 'node:path'
import type { PackDifference, RecordDifference } from '#shared/contract/packDifference'
import { comparePacks } from '#core/exporters/sealing/difference/comparePacks'
import type { ComparePackOptions } from '#core/exporters/sealing/difference/types'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import { describeUnlock, readUnlock } from '../readSecret'
import type { Command } from '../types'

const marks = { added: '+', removed: '-', changed: '~' } as const
const passageMarks = { new: '+', gone: '-', changed: '~', moved: '>', same: ' ' } as const

/** Word by word: [-gone-] {+new+}. */
const wordsOf = ({ words, text }: RecordDifference['passages'][number]): string =>
  words
    ?.map((run) => (run.as === 'gone' ? `[-${run.text}-]` : run.as === 'new' ? `{+${run.text}+}` : run.text))
    .join('') ?? text

const textOf = ({ as, kind, title, id, fields, passages, citations }: RecordDifference): string =>
  [
    `${marks[as]} ${kind} "${title}"  ${id}`,
    ...(fields.length > 0 ? [`    fields: ${fields.join(', ')}`] : []),
    ...passages.map(
      (passage) => `    ${passageMarks[passage.as]} ${passage.to ?? passage.from ?? ''}: ${wordsOf(passage)}`,
    ),
    ...citations.added.map(({ passage, literal }) => `    + citation at ${passage}: ${literal}`),
    ...citations.removed.map(({ passage, literal }) => `    - citation at ${passage}: ${literal}`),
  ]
    .map(plainLine)
    .join('\n')

const tell = (output: Output, { before, after, same, records }: PackDifference): void => {
  for (const record of records) output.result({ event: 'difference', ...record }, textOf(record))
  const count = (as: RecordDifference['as']): number => records.filter((record) => record.as === as).length
  const [added, removed, changed] = [count('added'), count('removed'), count('changed')]
  output.result(
    { event: 'compared', before, ...(after ? { after } : {}), same, added, removed, changed },
    `${plainLine(`${before.name} → ${after?.name ?? 'the archive now'}`)}: ${added} added, ${removed} removed, ${changed} changed, ${same} the same.`,
  )
}

const steps = { verify: 'files verified', collect: 'items read', compare: 'records compared' } as const

/** Of many small steps so many are told in a second. */
const tellEvery = 200

const createTeller = (output: Output): NonNullable<ComparePackOptions['onProgress']> => {
  let told = 0
  return ({ step, done, total }) => {
    if (performance.now() - told < tellEvery) return
    told = performance.now()
    output.progress(`${done} of ${total} ${steps[step]}`)
  }
}

export const diffCommand: Command = {
  name: 'diff',
  summary: 'what changed from one pack to another, or since a pack',
  describe: (program) =>
    describeUnlock(
      program
        .argument('<old>', 'a pack, as a folder or a zip')
        .argument('[new]', 'another pack; without it, the archive as it is now'),
    ),
  run: async (context, [old, now], options) => {
    const { output, signal } = context
    const unlock = await readUnlock(options)
    const open = { signal, onProgress: createTeller(output), ...(unlock ? { unlock } : {}) }
    if (now !== undefined) {
      tell(output, await comparePacks(resolve(String(old)), resolve(String(now)), open))
      return 0
    }
    return context.withApp('read', async (app) => {
      tell(output, await app.exports.sincePack(resolve(String(old)), open))
      return 0
    })
  },
}
