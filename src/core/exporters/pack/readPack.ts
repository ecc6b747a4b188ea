import type { ErrorCode } from '#shared/errors'
import { CuttingsError } from '#shared/errors'
import type { Sha256 } from '#shared/model/scalars'
import type { Bag } from './bag'
import { bagSignature } from './bagSignature'
import { problemResult, type BagProblem, type BagProblemCode } from './bagProblem'
import { comparisons } from './comparisons'
import { checkCustody } from './custody'
import { createDigester } from './digestStream'
import { shownName } from './entryName'
import { readLeftOut } from './leftOutWords'
import { inspectBag, type Inspection } from './inspectBag'
import { openBag } from './openBag'
import { packLimits } from './packLimits'
import { readRecords } from './readRecords'
import type { OpenPackOptions, ReadPack } from './types'

/** Most serious first: a pack with several problems is refused by the first of these. */
const refusals: readonly (readonly [BagProblemCode, ErrorCode])[] = [
  ['unsafe', 'pack-unsafe'],
  ['unverifiable', 'pack-unverifiable'],
  ['changed', 'pack-changed'],
  ['missing', 'pack-incomplete'],
  ['extra', 'pack-changed'],
  ['count', 'pack-incomplete'],
  ['record', 'pack-unverifiable'],
  ['custody', 'pack-changed'],
]

const refuse = (problems: readonly BagProblem[], options: OpenPackOptions): void => {
  for (const problem of problems) options.onFile?.(problemResult(problem))
  for (const [problemCode, code] of refusals) {
    const problem = problems.find((each) => each.code === problemCode)
    if (problem) throw new CuttingsError(code, { reason: `${shownName(problem.path)}: ${problem.message}` })
  }
}

/** The bytes of an original by its digest, wherever in the pack they stand; hashed again as they are read. */
const createOriginalReader = (bag: Bag, inspection: Inspection) => {
  const paths = new Map([...inspection.sha256].map(([path, sha256]) => [sha256, path]))
  return async function* (sha256: Sha256): AsyncGenerator<Uint8Array> {
    const path = paths.get(sha256)
    if (path === undefined) throw new CuttingsError('not-found', { what: 'original' })
    const digester = createDigester(['sha256'])
    yield* digester.through(bag.read(path))
    if (digester.result().digests.get('sha256') !== sha256)
      throw new CuttingsError('pack-changed', { reason: `${path} changed while it was read` })
  }
}

const readBag = async (bag: Bag, options: OpenPackOptions) => {
  const limits = packLimits
  const inspection = await inspectBag(bag, { ...options, limits, comparisons })
  const problems = [...inspection.problems]
  await bagSignature(bag, limits, options, problems)
  refuse(problems, options)
  if (!inspection.info.has('x-pack-profile'))
    throw new CuttingsError('pack-unverifiable', { reason: 'it is a bag, but no citation pack' })
  const read = await readRecords(bag, inspection, limits)
  const custody = await checkCustody(read.records, read.events, options.signal)
  refuse([...read.problems, ...custody.problems], options)
  return {
    records: read.records,
    events: read.events,
    readOriginal: createOriginalReader(bag, inspection),
    profile: inspection.info.get('x-pack-profile') ?? '',
    leftOut: readLeftOut(inspection.info.get('x-pack-left-out')),
  }
}

/** Opens a pack for an import, once every byte of it was found to be what it states. */
export const readPack: ReadPack = async (path, options = {}) => {
  let bag: Bag | undefined
  try {
    bag = await openBag(path, packLimits, options)
    return { ...(await readBag(bag, options)), close: bag.close }
  } catch (error) {
    await bag?.close()
    throw options.signal?.aborted ? new CuttingsError('cancelled', {}, { cause: error }) : error
  }
}
