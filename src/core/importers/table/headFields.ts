import type { TableMapping } from '#shared/model/parsed'
import { foldHead } from './foldHead'
import { photoHeads } from './photoHeads'
import { referenceHeads } from './referenceHeads'
import { sourceHeads } from './sourceHeads'

export type TableTarget = TableMapping['target']

const headsOf: Readonly<Record<TableTarget, Readonly<Record<string, string>>>> = {
  reference: referenceHeads,
  photo: photoHeads,
  source: sourceHeads,
}

export const tableTargets = Object.keys(headsOf) as readonly TableTarget[]

/** The fields that a column can be assigned to, by what the rows are to become. */
export const mappingFields: Readonly<Record<TableTarget, readonly string[]>> = {
  reference: Object.keys(referenceHeads),
  photo: Object.keys(photoHeads),
  source: Object.keys(sourceHeads),
}

/** A field's own name is one of its heads: what this project exports is read back by itself. */
const fieldsByHead = (heads: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(heads)
      .flatMap(([field, spellings]) =>
        [field, ...spellings.split('|')].map((spelling) => [foldHead(spelling), field] as const),
      )
      // Of two fields with one head the first has it.
      .reverse(),
  )

const fieldsByTarget: Readonly<Record<TableTarget, ReadonlyMap<string, string>>> = {
  reference: fieldsByHead(referenceHeads),
  photo: fieldsByHead(photoHeads),
  source: fieldsByHead(sourceHeads),
}

/** The field that a head names for a target. */
export const fieldOfHead = (target: TableTarget, head: string): string | undefined =>
  fieldsByTarget[target].get(foldHead(head))

/** Whether a head names a field of this target and of no other: then it tells what the table lists. */
export const isTelling = (target: TableTarget, head: string): boolean => {
  const folded = foldHead(head)
  return tableTargets.every((one) => fieldsByTarget[one].has(folded) === (one === target))
}
