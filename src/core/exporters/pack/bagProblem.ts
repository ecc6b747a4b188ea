import type { FileResult } from '#shared/contract/jobs'
import { shownName } from './entryName'

/**
 * What can be wrong with a bag: `unsafe` refuses it whole; `changed`, `missing`, `extra` are about one file;
 * `unverifiable` means that nothing can be said; `custody` and `record` are about what the pack says, not its bytes.
 */
export type BagProblemCode =
  'unsafe' | 'unverifiable' | 'changed' | 'missing' | 'extra' | 'count' | 'custody' | 'record'

export interface BagProblem {
  readonly code: BagProblemCode
  /** Path in the bag, as it is. */
  readonly path: string
  readonly message: string
}

export const bagProblem = (code: BagProblemCode, path: string, message: string): BagProblem => ({
  code,
  path,
  message,
})

export const problemResult = (problem: BagProblem): FileResult => ({
  name: shownName(problem.path),
  outcome: 'problem',
  code: problem.code,
  message: problem.message,
})
