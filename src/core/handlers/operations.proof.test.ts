import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { isErrorCode } from '#shared/errors'
import { bridgeText } from '../fixtures/articleFiles'
import { inputsOf } from '../fixtures/schemaInputs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { archiveOperations } from './fixtures/contractOperations'

let test: TestApp
let known: string[] = []
beforeAll(async () => {
  test = await openTestApp()
  await mkdir(join(test.folder, 'input'))
  const path = join(test.folder, 'input', 'bridge.txt')
  await writeFile(path, bridgeText)
  const { job, files } = await test.finish(test.app.imports.importNow([path], { keepUnreadable: false }))
  const plan = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
  const planId = plan.job.result?.kind === 'plan' ? plan.job.result.planId : ''
  const record = test.app.archive.catalogue.record(files[0]?.id ?? '')
  const sources = record?.kind === 'article' ? record.citations.map(({ id }) => id) : []
  known = [job.id, files[0]?.id ?? '', planId, files[0]?.sha256 ?? '', test.tokenFor(path), ...sources]
})
afterAll(() => test.close())

const names = [
  'id ids jobId planId index offset limit tokens token keepUnreadable leaveOut selection destination form profile date',
  'identifier query text kinds kind filter sort by direction placesPerHit fields language support passage sha256 sourceId',
  'from to terms prefix since revision __proto__ constructor toString',
].flatMap((line) => line.split(' '))

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(
      0,
      1,
      -1,
      0.5,
      2 ** 53,
      1e308,
      NaN,
      Infinity,
      true,
      false,
      null,
      undefined,
      '',
      {},
      [],
    ),
    fc.nat().map((n) => known[n % known.length]),
    fc.constantFrom(
      'article',
      'photo',
      'source',
      'citation',
      'added',
      'title',
      'ascending',
      'full',
      'zip',
      'folder',
    ),
    fc.constantFrom(
      '"',
      '((',
      'a AND',
      'NOT',
      '*',
      'field:',
      '-',
      '"a" NEAR/99999999 b',
      '\ud800',
      '\u0000',
      '../..',
      "'; DROP",
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 8 }),
  ),
})).any

/** What may come of a call: an answer, or an error of the closed list that tells no more than it should. */
const checkError = (error: unknown, call: string): void => {
  if (!(error instanceof ORPCError))
    throw new Error(`${call} threw what is no error of the contract`, { cause: error })
  expect(isErrorCode(error.code), `${call}: ${error.code}`).toBe(true)
  expect(error.code, call).not.toBe('internal')
  const told = JSON.stringify([error.message, error.data])
  expect(told).not.toContain(test.folder)
  expect(told).not.toMatch(/\bat .*\.[jt]s:\d/)
}

type Call = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>
type Areas = Readonly<Record<string, Readonly<Record<string, Call>>>>

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** One call to its end; of a stream, its first event. Answers whether the input was one that the contract allows. */
const run = async (call: Call, name: string, input: unknown): Promise<boolean> => {
  const controller = new AbortController()
  try {
    const output = await call(input, { signal: controller.signal })
    if (!isStream(output)) return true
    const first = output.next()
    setTimeout(() => controller.abort(), 20)
    await first
    await output.return?.()
    return true
  } catch (error) {
    checkError(error, `${name}(${fc.stringify(input)})`)
    return error instanceof ORPCError && error.code !== 'bad-input'
  }
}

/** Words of queries, good and bad, and whatever else a text can be. */
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.nat().map((n) => known[n % known.length]) },
  fc.constantFrom(
    '',
    'bridge',
    '"',
    '((',
    'a AND',
    'NOT',
    '*',
    'field:',
    '-',
    '"a b"',
    'brid*',
    'headline:x',
    "'; DROP",
  ),
  fc.constantFrom(
    '0193a000-0000-7000-8000-000000000000',
    '2026-02-30',
    '2026-11-22T10:00:00Z',
    'a'.repeat(5000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Asks every operation, in equal parts, by calls that are the application's own or broken on purpose. */
const askAll =
  (callOf: (area: string, verb: string) => Call | undefined) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    let fitted = 0
    const numRuns = Math.ceil(size / archiveOperations.length)
    for (const { area, verb, schema } of archiveOperations) {
      const call = callOf(area, verb)
      if (!call) throw new Error(`${area}.${verb} is not bound`)
      const input = fc.oneof(
        { weight: 4, arbitrary: inputsOf(schema, { texts, misfits: value }) },
        { weight: 1, arbitrary: value },
      )
      const property = fc.asyncProperty(input, async (given) => {
        tally.tried()
        if (await run(call, `${area}.${verb}`, given)) fitted += 1
      })
      const { failed, errorInstance } = await fc.check(property, { numRuns, seed, endOnFailure: true })
      if (failed) tally.failed(`${area}.${verb}: ${String(errorInstance)}`)
    }
    for (const line of test.logged) tally.failed(`logged: ${line}`)
    if (fitted < size / 10) tally.failed(`only ${fitted} inputs fitted, too few to say anything`)
  }

const withWords =
  (error: Error): Call =>
  () =>
    Promise.reject(error)

proof('every operation answers whatever it is asked with a result or an error of the closed list', {
  promise: 4,
  sizes: { small: 248, ci: 10_000, full: 100_000 },
  run: askAll((area, verb) => (test.client as unknown as Areas)[area]?.[verb]),
  controls: {
    'an operation that lets out what was thrown': askAll(() => withWords(new TypeError('no such member'))),
    'an operation that tells where the archive is': askAll(() =>
      withWords(new ORPCError('not-found', { defined: true, message: `nothing in ${test.folder}` })),
    ),
  },
})
