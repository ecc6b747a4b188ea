import type { ImportState } from './importState'

/** What the user decides about the files of a dry run. Kept until they are imported or given back. */
export const createPlanChoices = ({ leftOut, separate, takes }: ImportState) => ({
  isLeftOut: (index: number): boolean => leftOut.has(index),
  toggle: (index: number): void => {
    if (!leftOut.delete(index)) leftOut.add(index)
  },
  /** Whether a version of a held article is to be an article of its own. */
  isSeparate: (index: number): boolean => separate.has(index),
  setSeparate: (index: number, alone: boolean): void => {
    if (alone) separate.add(index)
    else separate.delete(index)
  },
  /** Records of a pack of which what it has is put in the place of what is held. */
  takesOf: (index: number): ReadonlySet<string> => takes.get(index) ?? new Set(),
  setTakes: (index: number, ids: ReadonlySet<string>): void => {
    if (ids.size > 0) takes.set(index, ids)
    else takes.delete(index)
  },
})
