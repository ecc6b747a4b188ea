import type { Block } from '../documents/block'
import { rowBlocks } from '../documents/rowBlocks'
import { plainParagraph } from './rtfGroup'
import { groupOf, paragraphKindOf, setGroup, type RtfState, type RtfTable } from './rtfState'

const tableOf = ({ tables }: RtfState): RtfTable => tables.at(-1) ?? { row: [], cell: [] }

const addAll = (to: Block[], blocks: readonly Block[]): void => {
  for (const block of blocks) to.push(block)
}

/** Cells that no end of a row followed stay paragraphs. */
const endTable = (state: RtfState): void => {
  const table = tableOf(state)
  if (table.row.length > 0) state.flow.append(rowBlocks(table.row))
  state.flow.append(table.cell)
  table.row = []
  table.cell = []
}

/** Ends the present paragraph, in a cell or in the text. */
export const endParagraph = (state: RtfState): void => {
  const { kind, isTitle } = paragraphKindOf(state)
  state.hasListMark = false
  if (groupOf(state).isInTable) return addAll(tableOf(state).cell, state.flow.take(kind, { isTitle }))
  if (!state.flow.isWithin()) return
  endTable(state)
  state.flow.end(kind, { isTitle })
}

export const endCell = (state: RtfState): void => {
  const table = tableOf(state)
  const { kind, isTitle } = paragraphKindOf(state)
  state.hasListMark = false
  addAll(table.cell, state.flow.take(kind, { isTitle }))
  table.row.push(table.cell)
  table.cell = []
}

export const endRow = (state: RtfState): void => {
  const table = tableOf(state)
  const rest = table.cell
  table.cell = []
  endTable(state)
  state.flow.append(rest)
}

/** Begins a text of its own, such as a note: it ends with the group, and `take` gets its paragraphs. */
export const openText = (state: RtfState, take: (blocks: readonly Block[]) => void): void => {
  state.flow.open()
  state.tables.push({ row: [], cell: [] })
  setGroup(state, {
    ...plainParagraph,
    destination: 'body',
    captured: undefined,
    atEnd: () => {
      take(closeText(state))
    },
  })
}

/** Ends the text that was opened last, with the paragraph that is open in it. */
export const closeText = (state: RtfState): readonly Block[] => {
  const { kind, isTitle } = paragraphKindOf(state)
  state.hasListMark = false
  const last = state.flow.take(kind, { isTitle })
  endTable(state)
  state.flow.append(last)
  state.tables.pop()
  return state.flow.close()
}
