import { createI18n } from 'vue-i18n'
import { en } from './en'

/** Texts in the interface's language. A further language is a file beside `en.ts` with the same keys. */
export const createTexts = () =>
  createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en } })
