import type { FileResult } from '#shared/contract/jobs'
import type { Origin } from '../types'

/** Told of each place of an import once it is done: its number, and what became of it. */
export type Placed = (at: number, results: readonly FileResult[]) => Promise<void>

export interface Recorder {
  readonly tell: (file: FileResult) => void
  /** Everything before this entry of the plan is done. */
  readonly reached: (index: number) => Promise<void>
}

/** Follows a commit entry by entry, and says which places of the plan are through. */
export const createRecorder = (origins: readonly Origin[], placed: Placed): Recorder => {
  let at = 0
  let results: FileResult[] = []
  return {
    tell: (file) => void results.push(file),
    reached: async (index) => {
      for (let origin = origins[at]; origin && origin.to <= index; origin = origins[at]) {
        await placed(at, results)
        results = []
        at += 1
      }
    },
  }
}
