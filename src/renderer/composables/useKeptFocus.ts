import { useEventListener, useMutationObserver } from '@vueuse/core'
import type { Ref } from 'vue'
import { paneStart } from './paneStart'

/**
 * The focus is never lost: where the element that had it goes, or can't be used any more, its pane takes it, or else the
 * first pane of the view that came in its place. Without this a keyboard would start again from the top of the window.
 */
export const useKeptFocus = (frame: Ref<HTMLElement | undefined>): void => {
  let last: { readonly element: HTMLElement; readonly pane: HTMLElement | null } | undefined

  useEventListener(frame, 'focusin', ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = { element: target, pane: target.closest('[data-pane]') }
  })

  const keep = (): void => {
    if (document.activeElement !== document.body || !last || !frame.value) return
    if (last.element.isConnected && !last.element.matches(':disabled')) return
    const pane = last.pane?.isConnected
      ? last.pane
      : frame.value.querySelector<HTMLElement>('main [data-pane]')
    if (pane) paneStart(pane).focus({ preventScroll: true })
  }

  useMutationObserver(frame, keep, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled'],
  })
}
