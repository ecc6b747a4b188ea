import { useI18n } from 'vue-i18n'
import { useServices } from '../services'
import { useHostStore } from '../stores/hostStore'
import { useStatusStore } from '../stores/statusStore'

/** For programs that take a look, and for those that take words alone. */
const inTwoForms = (text: string, html: string): ClipboardItem =>
  new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })

/** Copies a text by the host's clipboard, or the page's own where the host has none, and says whether it did. */
export const useCopy = (): ((text: string, said?: string, html?: string) => Promise<void>) => {
  const { t } = useI18n()
  const { connection } = useServices()
  const host = useHostStore()
  const status = useStatusStore()
  return async (text, said, html) => {
    try {
      if (host.capabilities.copy) await connection.host.copy({ text, ...(html ? { html } : {}) })
      else if (html) await navigator.clipboard.write([inTwoForms(text, html)])
      else await navigator.clipboard.writeText(text)
      status.announce(said ?? t('common.copied'))
    } catch {
      // Refused by the system or the browser: the user hears it and can select the text instead.
      status.announce(t('common.notCopied'))
    }
  }
}
