import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { inputsOf } from '../fixtures/schemaInputs'
import { archiveOperations, hostOperations, type ContractOperation } from './fixtures/contractOperations'
import { openDoors } from './fixtures/openDoors'

type Call = (input: unknown) => Promise<unknown>
type Areas = Readonly<Record<string, Readonly<Record<string, Call>>>>

const id = '0193a000-0000-7000-8000-000000000000'
const fittingTexts = fc.constantFrom(
  id,
  'a'.repeat(64),
  '2026-01-01',
  '2026-01-01T00:00:00.000Z',
  'text',
  'en',
)

/** Of routers that are made here, whose types say nothing. */
const clientOf = createRouterClient as unknown as (router: unknown) => unknown

/** Every operation behind a border, each of which says that it was reached. */
const enter = (border: Parameters<typeof openDoors>[0]) => {
  const doors = openDoors(border)
  const archive = clientOf(doors.archive) as Areas
  const host = clientOf(doors.host) as Areas[string]
  return async ({ area, verb }: ContractOperation, input: unknown): Promise<'reached' | string> => {
    const before = doors.reached.length
    const said = await ((area === 'host' ? host : archive[area])?.[verb] as Call)(input).then(
      () => 'answered',
      ({ code }: { readonly code?: string }) => String(code),
    )
    return doors.reached.length > before ? 'reached' : said
  }
}

type Enter = ReturnType<typeof enter>

/** An input that is let in: what is broken in it below is then the only thing that is. */
const findFitting = async (
  operation: ContractOperation,
  ask: Enter,
  seed: number,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const inputs = inputsOf(operation.schema, { texts: fittingTexts, misfits: fc.constant('text') })
  for (const input of fc.sample(inputs, { numRuns: 400, seed }))
    if (typeof input === 'object' && input !== null && (await ask(operation, input)) === 'reached')
      return input as Record<string, unknown>
  return undefined
}

const endless = 'x'.repeat(2_000_001)
const manyMembers = new Array<number>(100_001).fill(0)
const deep = JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown
const prototype = JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown

/** What there is to get wrong about one argument. */
const wrongArguments = (name: string, value: unknown): Readonly<Record<string, unknown>> => ({
  [`${name} with NUL`]: typeof value === 'string' ? `${value}\0` : ['\0'],
  [`${name} without end`]: endless,
  [`${name} with too many members`]: manyMembers,
  [`${name} with a prototype`]: prototype,
  [`${name} without a floor`]: deep,
})

const wrongInputs = (fitting: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  'one more argument': { ...fitting, path: '/etc/passwd' },
  'an argument named as a method': { ...fitting, hasOwnProperty: 1 },
  'a prototype': JSON.parse(`{${JSON.stringify(fitting).slice(1, -1) || '"a":1'},"__proto__":{"a":1}}`),
  'a list': [fitting],
  'a text': JSON.stringify(fitting),
  'a number': 1,
  null: null,
  nothing: undefined,
  ...Object.fromEntries(
    Object.entries(fitting).flatMap(([argument, value]) =>
      Object.entries(wrongArguments(argument, value)).map(([what, wrong]) => [
        what,
        { ...fitting, [argument]: wrong },
      ]),
    ),
  ),
})

/** The same without each of the arguments that have to be there. */
const incomplete = (
  { schema }: ContractOperation,
  fitting: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const { shape } = schema as { readonly shape?: Readonly<Record<string, { isOptional: () => boolean }>> }
  const needed = Object.keys(fitting).filter((name) => shape?.[name]?.isOptional() === false)
  return Object.fromEntries(
    needed.map((name) => {
      const { [name]: _missing, ...rest } = fitting
      return [`no ${name}`, rest]
    }),
  )
}

const refuseAll =
  (border: Parameters<typeof openDoors>[0]) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    const ask = enter(border)
    const operations = [...archiveOperations, ...hostOperations]
    const step = Math.max(1, Math.floor(operations.length / size))
    for (const operation of operations.filter((_one, at) => at % step === 0)) {
      const name = `${operation.area}.${operation.verb}`
      const fitting = await findFitting(operation, ask, seed)
      if (!fitting) {
        tally.failed(`${name}: no input was found that is let in`)
        continue
      }
      const wrong = { ...wrongInputs(fitting), ...incomplete(operation, fitting) }
      for (const [what, input] of Object.entries(wrong)) {
        tally.tried()
        const said = await ask(operation, input)
        if (said !== 'bad-input') tally.failed(`${name}, ${what}: ${said}`)
      }
    }
  }

proof('every operation refuses what is missing, too much, oversize, or named as a prototype', {
  promise: 4,
  sizes: { small: 14, ci: 1000, full: 1000 },
  run: refuseAll('as it is'),
  controls: { 'no check at the border': refuseAll('without the check') },
})
