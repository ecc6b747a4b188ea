import { useRouter } from 'vue-router'
import type { Hit } from '#shared/contract/search'
import { recordRoute } from './listRoute'

/** Frames to wait for a record to be read and shown. */
const patience = 60

/** The keys of the reading view (`N`, `J`) work at once: the focus leaves the field and goes to what was opened. */
const focusReading = (framesLeft = patience): void => {
  const start = document.querySelector<HTMLElement>('article [data-pane-start]')
  if (start) start.focus({ preventScroll: true })
  else if (framesLeft > 0) requestAnimationFrame(() => focusReading(framesLeft - 1))
}

/** Opens an item that was found, at a passage, with every place of `text` marked. */
export const useOpenPlace = (): ((
  hit: Pick<Hit, 'id' | 'kind'>,
  passage: string | undefined,
  text: string,
) => Promise<void>) => {
  const router = useRouter()
  return async (hit, passage, text) => {
    await router.push({
      ...(recordRoute(hit, {}, passage) as object),
      query: { find: text },
    })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    focusReading()
  }
}
