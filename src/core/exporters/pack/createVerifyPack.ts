import type { Verification } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { fingerprintWords } from '#shared/fingerprint/fingerprintWords'
import { basename } from 'node:path'
import { sha256Of } from '#core/records/digest'
import type { Bag } from './bag'
import { bagSignature, tagManifest } from './bagSignature'
import { bagProblem, problemResult, type BagProblem } from './bagProblem'
import type { Comparisons } from './comparisons'
import { countPack } from './countPack'
import { checkCustody } from './custody'
import { shownName } from './entryName'
import { inspectBag, type Inspection } from './inspectBag'
import { openBag } from './openBag'
import type { PackLimits } from './packLimits'
import { readRecords } from './readRecords'
import { readWhole } from './tagFiles'
import type { OpenPackOptions, VerifyPack } from './types'

type Facts = Pick<Verification, 'custody' | 'counts'>

const foreign: Facts = { custody: 'cannot-tell' }

/** What the records of a pack say, where the bag is a pack of ours and its bytes are what was stated. */
const recordFacts = async (
  bag: Bag,
  inspection: Inspection,
  limits: PackLimits,
  problems: BagProblem[],
  signal: AbortSignal | undefined,
) => {
  if (!inspection.info.has('x-pack-profile')) return foreign
  const read = await readRecords(bag, inspection, limits)
  problems.push(...read.problems)
  const bytes = new Map(read.records.originals.map((original) => [original.sha256, original.bytes]))
  const counts = { ...countPack(read.records, (sha256) => bytes.get(sha256) ?? 0) }
  if (!read.hasCustody || read.problems.length > 0) return { ...foreign, counts }
  const custody = await checkCustody(read.records, read.events, signal)
  problems.push(...custody.problems)
  return { custody: custody.custody, counts }
}

const is = (problems: readonly BagProblem[], ...codes: readonly BagProblem['code'][]): boolean =>
  problems.some((problem) => codes.includes(problem.code))

/** Each answer on its own: one never stands for another. */
const answers = (problems: readonly BagProblem[]): Pick<Verification, 'unchanged' | 'complete'> => {
  if (is(problems, 'unverifiable', 'unsafe')) return { unchanged: 'cannot-tell', complete: 'cannot-tell' }
  return {
    unchanged: is(problems, 'changed') ? 'no' : 'yes',
    complete: is(problems, 'missing', 'extra', 'count') ? 'no' : 'yes',
  }
}

const bagFacts = async (bag: Bag, info: Inspection['info'], limits: PackLimits) => {
  const identifier = info.get('external-identifier')
  const date = info.get('x-pack-date') ?? info.get('bagging-date')
  const sha256 = bag.files.has(tagManifest) ? sha256Of(await readWhole(bag, tagManifest, limits)) : undefined
  return {
    ...(sha256 === undefined ? {} : { sha256, words: [...fingerprintWords(sha256)] }),
    ...(identifier === undefined ? {} : { identifier }),
    ...(date === undefined ? {} : { date }),
  }
}

const verifyBag = async (
  bag: Bag,
  comparisons: Comparisons,
  limits: PackLimits,
  options: OpenPackOptions,
): Promise<Verification> => {
  const inspection = await inspectBag(bag, { ...options, limits, comparisons })
  const problems = [...inspection.problems]
  // Records of a bag that is not what it states are not looked at: what is wrong with it is said already.
  const facts =
    problems.length > 0 ? foreign : await recordFacts(bag, inspection, limits, problems, options.signal)
  const signature = await bagSignature(bag, limits, options, problems)
  for (const problem of problems) options.onFile?.(problemResult(problem))
  return {
    subject: 'pack',
    name: bag.name,
    checked: inspection.checked,
    problems: problems.length,
    ...answers(problems),
    ...signature,
    ...facts,
    ...(await bagFacts(bag, inspection.info, limits)),
  }
}

/** A pack that is refused before it can be looked at: one problem, and nothing can be told of the rest. */
const refused = (path: string, error: CuttingsError, options: OpenPackOptions): Verification => {
  const code = error.code === 'pack-unsafe' ? 'unsafe' : 'unverifiable'
  const name = basename(path)
  options.onFile?.(problemResult(bagProblem(code, name, String(error.details['reason'] ?? error.message))))
  return {
    subject: 'pack',
    name: shownName(name),
    checked: 0,
    problems: 1,
    unchanged: 'cannot-tell',
    complete: 'cannot-tell',
    signed: 'cannot-tell',
    custody: 'cannot-tell',
  }
}

/**
 * Checks a pack, or any bag, and writes nothing at all. Throws only where there is nothing to look at (`not-found-file`,
 * `link`, `not-a-file`, `unreadable`) or on request (`cancelled`); everything else is a problem that is told.
 */
export const createVerifyPack =
  (deps: { readonly comparisons: Comparisons; readonly limits: PackLimits }): VerifyPack =>
  async (path, options = {}) => {
    let bag: Bag | undefined
    try {
      bag = await openBag(path, deps.limits, options)
      return await verifyBag(bag, deps.comparisons, deps.limits, options)
    } catch (error) {
      if (options.signal?.aborted) throw new CuttingsError('cancelled', {}, { cause: error })
      if (
        error instanceof CuttingsError &&
        (error.code === 'pack-unsafe' || error.code === 'pack-unverifiable')
      )
        return refused(path, error, options)
      throw error
    } finally {
      await bag?.close()
    }
  }
