import type { ListMove } from '../list/listKeys'

export interface GridShape {
  readonly total: number
  readonly columns: number
  /** Whole rows that are seen at once. */
  readonly rowsInView: number
  /** The first of a row stands at the right. */
  readonly isRightToLeft: boolean
}

/** One row down may lead below the last, shorter row: then to its end. One row up from the first leads nowhere. */
const byRows = (active: number, rows: number, { total, columns }: GridShape): number => {
  const lastRow = Math.floor((total - 1) / columns)
  const row = Math.floor(active / columns)
  const to = Math.min(lastRow, Math.max(0, row + rows))
  return to === row ? active : to * columns + (active % columns)
}

/** Where a key leads in a grid whose tiles follow one another in rows; undefined for a key that is not one of a grid's. */
export const gridKeyToMove = (
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  active: number,
  shape: GridShape,
): ListMove | undefined => {
  const { total, rowsInView, isRightToLeft } = shape
  if (total === 0) return undefined
  const from = Math.max(0, active)
  const onward = isRightToLeft ? -1 : 1
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: from + onward,
    ArrowLeft: from - onward,
    ArrowDown: byRows(from, 1, shape),
    ArrowUp: byRows(from, -1, shape),
    PageDown: byRows(from, rowsInView, shape),
    PageUp: byRows(from, -rowsInView, shape),
    Home: 0,
    End: total - 1,
  }
  const target = targets[event.key]
  if (target === undefined) return undefined
  const mode = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'move' : 'only'
  // Where nothing was active yet, an arrow leads to the first tile and not past it.
  const to = active < 0 && event.key.startsWith('Arrow') ? 0 : target
  return { to: Math.min(total - 1, Math.max(0, to)), mode }
}
