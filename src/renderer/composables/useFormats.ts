import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { dateLocale, formatEdtf, type EdtfLength } from '../text/formatEdtf'

const autonyms = new Map<string, string>()

/** A language in its own words: 'Français', 'العربية'. */
const languageName = (language: string): string => {
  const known = autonyms.get(language)
  if (known !== undefined) return known
  const name =
    new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language
  const autonym = name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  autonyms.set(language, autonym)
  return autonym
}

/** Numbers, dates and names of languages, as the interface's language writes them. */
export const useFormats = () => {
  const { locale: language } = useI18n()
  const locale = computed(() => dateLocale(language.value))
  const numbers = computed(() => new Intl.NumberFormat(locale.value))
  const days = computed(
    () => new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'long', year: 'numeric' }),
  )
  const moments = computed(
    () => new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'medium' }),
  )
  const times = computed(
    () => new Intl.DateTimeFormat(locale.value, { timeStyle: 'medium', hourCycle: 'h23' }),
  )
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

  const bytes = (count: number): string => {
    const step = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3))
    return new Intl.NumberFormat(locale.value, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step === 0 ? 0 : 1,
    }).format(count / 1000 ** step)
  }

  return {
    number: (value: number): string => numbers.value.format(value),
    day: (timestamp: string): string => days.value.format(new Date(timestamp)),
    moment: (timestamp: string): string => moments.value.format(new Date(timestamp)),
    time: (timestamp: string): string => times.value.format(new Date(timestamp)),
    edtf: (edtf: string, length: EdtfLength): string => formatEdtf(edtf, locale.value, length),
    bytes,
    languageName,
  }
}
