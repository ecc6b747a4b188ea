import { inject, type InjectionKey } from 'vue'
import type { Formats } from '../text/createFormats'

export const formatsKey: InjectionKey<Formats> = Symbol('formats')

/** Numbers, dates and names of languages, as the interface's language writes them. */
export const useFormats = (): Formats => {
  const formats = inject(formatsKey)
  if (!formats) throw new TypeError('the page was mounted without its formats')
  return formats
}
