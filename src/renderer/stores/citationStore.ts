import { defineStore, storeToRefs } from 'pinia'
import { shallowRef } from 'vue'
import type { CitationStyle, CitedText, CiteForm } from '#shared/contract/references'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { useSettingsStore } from './settingsStore'

/** How works are cited: styles and languages there are, and what was chosen of them last. */
export const useCitationStore = defineStore('citation', () => {
  const { references } = useServices().connection.archive
  const styles = shallowRef<readonly CitationStyle[]>([])
  const locales = shallowRef<readonly string[]>([])
  const { citationStyle: style, citationLocale: locale } = storeToRefs(useSettingsStore())
  const error = shallowRef<ErrorReport>()

  const attempt = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      const value = await work()
      error.value = undefined
      return value
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    }
  }

  const load = (): Promise<void | undefined> =>
    attempt(async () => {
      const answer = await references.styles({})
      styles.value = answer.styles
      locales.value = answer.locales
      // What was chosen for another archive may be a style that was added there alone.
      if (answer.styles.every(({ id }) => id !== style.value)) style.value = 'chicago-notes'
      if (!answer.locales.includes(locale.value)) locale.value = 'en-US'
    })

  const add = (text: string): Promise<CitationStyle | undefined> =>
    attempt(async () => {
      const added = await references.addStyle({ text })
      const answer = await references.styles({})
      styles.value = answer.styles
      style.value = added.id
      return added
    })

  /** Answers with its text, by which it can be added again. */
  const remove = (id: string): Promise<string | undefined> =>
    attempt(async () => {
      const { text } = await references.removeStyle({ id })
      if (style.value === id) style.value = 'chicago-notes'
      styles.value = (await references.styles({})).styles
      return text
    })

  /** Throws what the core says: the preview shows it in its place. */
  const cite = (
    subject: Parameters<typeof references.cite>[0]['subject'],
    form: CiteForm,
    options: { readonly locator?: string; readonly template?: string; readonly signal?: AbortSignal } = {},
  ): Promise<CitedText> => {
    const { signal, locator, template } = options
    return references.cite(
      {
        subject,
        form,
        style: style.value,
        locale: locale.value,
        ...(locator ? { locator } : {}),
        ...(template ? { template } : {}),
      },
      signal ? { signal } : {},
    )
  }

  return { styles, locales, style, locale, error, load, add, remove, cite }
})
