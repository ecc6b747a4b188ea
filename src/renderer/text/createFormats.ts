import { dateLocale, formatEdtf, type EdtfLength } from './formatEdtf'

/** Numbers, dates and names of languages, as the interface's language writes them. */
export interface Formats {
  readonly number: (value: number) => string
  /** A share (0..1) in whole per cent, never rounded up to all of it. */
  readonly percent: (share: number) => string
  /** One place after the point below ten, none above. */
  readonly decimal: (value: number) => string
  readonly day: (timestamp: string) => string
  readonly moment: (timestamp: string) => string
  readonly time: (timestamp: string) => string
  readonly edtf: (edtf: string, length: EdtfLength) => string
  readonly bytes: (count: number) => string
  /** A language in its own words: 'Français', 'العربية'. */
  readonly languageName: (language: string) => string
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** What is no language tag (a work may say 'English') is shown as it is. */
const isTag = (language: string): boolean => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language)

const toAutonym = (language: string): string => {
  if (!isTag(language)) return language
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  const name = names.of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/**
 * One set for the whole page: an Intl formatter costs a hundred times what it takes to use it, and a list has thousands of
 * rows. `locale` is read at each call, so that what calls it follows a change of language.
 */
export const createFormats = (locale: () => string): Formats => {
  const known = new Map<string, { readonly format: (value: number | Date) => string }>()
  const texts = new Map<string, string>()

  const formatter = <Made extends { format: (value: never) => string }>(
    name: string,
    make: (locale: string) => Made,
  ): Made => {
    const language = dateLocale(locale())
    const key = `${name} ${language}`
    const made = (known.get(key) as Made | undefined) ?? make(language)
    known.set(key, made as never)
    return made
  }
  const remembered = (key: string, make: () => string): string => {
    const text = texts.get(key) ?? make()
    texts.set(key, text)
    return text
  }
  const date = (name: string, options: Intl.DateTimeFormatOptions) => (timestamp: string) =>
    formatter(name, (language) => new Intl.DateTimeFormat(language, options)).format(new Date(timestamp))

  return {
    number: (value) => formatter('number', (language) => new Intl.NumberFormat(language)).format(value),
    percent: (share) =>
      formatter('percent', (language) => new Intl.NumberFormat(language, { style: 'percent' })).format(
        Math.floor(share * 100 + 1e-9) / 100,
      ),
    decimal: (value) =>
      formatter(
        `decimal ${value < 10}`,
        (language) => new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }),
      ).format(value),
    day: date('day', { day: 'numeric', month: 'long', year: 'numeric' }),
    moment: date('moment', { dateStyle: 'long', timeStyle: 'medium' }),
    time: date('time', { timeStyle: 'medium', hourCycle: 'h23' }),
    edtf: (edtf, length) =>
      remembered(`${locale()} ${length} ${edtf}`, () => formatEdtf(edtf, locale(), length)),
    bytes: (count) => {
      const step = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3))
      const unit = formatter(
        `unit ${step}`,
        (language) =>
          new Intl.NumberFormat(language, {
            style: 'unit',
            unit: units[step] ?? 'byte',
            unitDisplay: step === 0 ? 'long' : 'short',
            maximumFractionDigits: step === 0 ? 0 : 1,
          }),
      )
      return unit.format(count / 1000 ** step)
    },
    languageName: (language) => remembered(`language ${language}`, () => toAutonym(language)),
  }
}
