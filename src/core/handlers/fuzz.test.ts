import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import { ORPCError } from '@orpc/client'
import fc from 'fast-check'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { archiveContract } from '#shared/contract/archive'
import { isErrorCode } from '#shared/errors'
import { bridgeText } from '../fixtures/articleFiles'
import { inputsOf } from '../fixtures/schemaInputs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'

/** Every operation with its input's schema, from the contract itself: a new one is tried without a word here. */
const operations = Object.entries(archiveContract).flatMap(([area, verbs]) =>
  Object.entries(verbs)
    .filter(([, procedure]) => isContractProcedure(procedure))
    .map(([verb, procedure]: [string, AnyContractProcedure]) => ({
      area,
      verb,
      schema: procedure['~orpc'].inputSchema as unknown,
    })),
)

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

const callOf = (area: string, verb: string): Call => {
  const areas = test.client as unknown as Record<string, Record<string, Call>>
  const call = areas[area]?.[verb]
  if (!call) throw new Error(`${area}.${verb} is not bound`)
  return call
}

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** One call to its end; of a stream, its first event. Answers whether the input was one that the contract allows. */
const run = async (area: string, verb: string, input: unknown): Promise<boolean> => {
  const controller = new AbortController()
  try {
    const output = await callOf(area, verb)(input, { signal: controller.signal })
    if (!isStream(output)) return true
    const first = output.next()
    setTimeout(() => controller.abort(), 20)
    await first
    await output.return?.()
    return true
  } catch (error) {
    checkError(error, `${area}.${verb}(${fc.stringify(input)})`)
    return error instanceof ORPCError && error.code !== 'bad-input'
  }
}

it('finds the operations of the contract', () => {
  expect(operations.length).toBeGreaterThan(20)
})

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

let fitted = 0
for (const { area, verb, schema } of operations)
  it(`${area}.${verb} answers whatever it is given with a result or an error of the closed list`, async () => {
    const input = fc.oneof(
      { weight: 4, arbitrary: inputsOf(schema, { texts, misfits: value }) },
      { weight: 1, arbitrary: value },
    )
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        if (await run(area, verb, given)) fitted += 1
      }),
      { numRuns: 200 },
    )
    expect(test.logged).toEqual([])
  })

it('was given enough that fits for this to say something', () => {
  expect(fitted).toBeGreaterThan(operations.length * 20)
})
