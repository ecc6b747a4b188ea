import type { Ref } from 'vue'
import { paneStart } from './paneStart'
import { useCommand } from './useCommand'

const isSeen = (element: HTMLElement): boolean =>
  element.offsetParent !== null || element.getClientRects().length > 0

/**
 * F6 goes round the panes (`data-pane`), Shift+F6 back. Each pane takes the focus where it was last, else at its list or
 * first control.
 */
export const usePaneRound = (frame: Ref<HTMLElement | undefined>): void => {
  const last = new WeakMap<HTMLElement, HTMLElement>()

  const go = (by: 1 | -1): void => {
    const panes = [...(frame.value?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])].filter(isSeen)
    if (panes.length === 0) return
    const focused = document.activeElement
    const at = panes.findIndex((pane) => pane.contains(focused))
    const from = panes[at]
    if (from && focused instanceof HTMLElement) last.set(from, focused)
    const next = panes[at < 0 ? (by === 1 ? 0 : panes.length - 1) : (at + by + panes.length) % panes.length]
    if (!next) return
    const remembered = last.get(next)
    const target = remembered?.isConnected ? remembered : paneStart(next)
    target.focus()
  }

  useCommand('nextPane', () => go(1))
  useCommand('previousPane', () => go(-1))
}
