import { onBeforeUnmount, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHostStore } from '../stores/hostStore'
import { useStatusStore } from '../stores/statusStore'
import { useWaitingStore } from '../stores/waitingStore'
import { useFormats } from './useFormats'

/** Follows what waits for the user in the archive that is on show, and says politely when there is more of it. */
export const useWaitingNews = (): void => {
  const { t } = useI18n()
  const { number } = useFormats()
  const host = useHostStore()
  const status = useStatusStore()
  const waiting = useWaitingStore()
  let following: AbortController | undefined
  const stop = (): void => {
    following?.abort()
    following = undefined
  }
  const stopWatch = watch(
    () => host.place,
    (place) => {
      stop()
      if (place === undefined) return
      following = new AbortController()
      waiting.clear()
      waiting.follow(following.signal, (more, count) =>
        status.announce(t(`waiting.news.${more}`, { n: number(count) }, count)),
      )
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    stopWatch()
    stop()
  })
}
