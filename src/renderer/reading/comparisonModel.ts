import type { PassageChange } from '#shared/contract/versions'

export type ComparisonBlock =
  | { readonly type: 'change'; readonly key: string; readonly change: PassageChange }
  /** Passages that read the same, one after the other; folded where there are many. */
  | {
      readonly type: 'same'
      readonly key: string
      readonly changes: readonly PassageChange[]
      readonly isFolded: boolean
    }

/** So many passages that read the same are shown as they are; more of them stand behind a line that says how many. */
const fewSame = 1

/** A name for a change that is its own: labels are unique in each of the two versions. */
export const changeKey = ({ from, to }: PassageChange): string => `change-${from ?? ''}-${to ?? ''}`

export const comparisonBlocks = (changes: readonly PassageChange[]): readonly ComparisonBlock[] => {
  const blocks: ComparisonBlock[] = []
  let run: PassageChange[] = []
  const closeRun = (): void => {
    const [first] = run
    if (first)
      blocks.push({ type: 'same', key: changeKey(first), changes: run, isFolded: run.length > fewSame })
    run = []
  }
  for (const change of changes) {
    if (change.as === 'same') run.push(change)
    else {
      closeRun()
      blocks.push({ type: 'change', key: changeKey(change), change })
    }
  }
  closeRun()
  return blocks
}

export const countChanges = (
  changes: readonly PassageChange[],
): Readonly<Record<PassageChange['as'], number>> => {
  const counts = { same: 0, changed: 0, moved: 0, new: 0, gone: 0 }
  for (const { as } of changes) counts[as] += 1
  return counts
}
