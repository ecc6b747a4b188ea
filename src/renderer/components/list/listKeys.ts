/** How a press or a click changes what is chosen: this one only, everything up to it, this one as well, or nothing. */
export type ChooseMode = 'only' | 'range' | 'toggle' | 'move'

export interface ListMove {
  readonly to: number
  readonly mode: ChooseMode
}

/** Where a key leads in a list of `total` rows of which `pageSize` are seen; undefined for a key that is not one of a list's. */
export const listKeyToMove = (
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  active: number,
  total: number,
  pageSize: number,
): ListMove | undefined => {
  const last = total - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageSize,
    PageUp: active - pageSize,
    Home: 0,
    End: last,
  }
  const target = targets[event.key]
  if (target === undefined || total === 0) return undefined
  const mode = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'move' : 'only'
  return { to: Math.min(last, Math.max(0, target)), mode }
}

export const clickToMode = (event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): ChooseMode =>
  event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only'
