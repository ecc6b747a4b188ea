import { literally, wholeWords } from './wholeWords'

const days = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at)))
const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2024, at, 15)))

const partOf = (format: Intl.DateTimeFormat, date: Date, type: 'month' | 'weekday'): string | undefined =>
  format.formatToParts(date).find((part) => part.type === type)?.value

const namesIn = (language: string): string[] => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' })
  const alone = format({ month: 'long' })
  // Many languages bend the month beside a day: январь, 5 января.
  const bent = format({ month: 'long', day: 'numeric' })
  const week = format({ weekday: 'long' })
  const named = [
    ...months.flatMap((date) => [partOf(alone, date, 'month'), partOf(bent, date, 'month')]),
    ...days.map((date) => partOf(week, date, 'weekday')),
  ]
  return [...new Set(named)].filter((name): name is string => name !== undefined && /^\p{L}{3,}/u.test(name))
}

/** Names that are words of every day as well, and say nothing without a number. */
const everyday = new Set(['may', 'march', 'mars', 'mai'])

const digits = '\\p{Nd}'
/** Years, numeric dates, times of the day, and days beside a short month. */
const numeric = [
  `(?<!${digits}[.,]?)(?:1[5-9]|20)\\d\\d(?![.,]?${digits})`,
  `${digits}{4}-${digits}{2}(?:-${digits}{2})?`,
  `${digits}{1,2}[./]${digits}{1,2}[./]${digits}{2,4}`,
  `(?<!${digits})${digits}{1,2}:${digits}{2}(?!${digits})`,
  `${digits}+\\s?[年月日]`,
]

/** A pattern that finds dates in sentences of a language, each as one piece. */
export const datePattern = (language: string | undefined, unspaced: boolean): RegExp => {
  let names: string[] = []
  try {
    names = namesIn(language ?? 'en')
  } catch {
    // A tag that is none has no names of months; dates in digits are found all the same.
  }
  const common = names.filter((name) => everyday.has(name.toLowerCase())).map(literally)
  const sure = names.filter((name) => !everyday.has(name.toLowerCase())).map(literally)
  const day = `(?:${digits}{1,2}(?:\\.|º|er|st|nd|rd|th|-го)?\\s(?:de\\s|d['’])?)`
  const year = `(?:,?\\s(?:de\\s)?${digits}{2,4})`
  const parts = [
    ...(sure.length > 0
      ? [
          `${day}?${wholeWords(sure, { unspaced }).source}(?:\\s${digits}{1,2}(?:st|nd|rd|th)?(?!${digits}))?${year}?`,
        ]
      : []),
    ...common.flatMap((name) => [`${day}${name}${year}?`, `${name}\\s${digits}{1,4}${year}?`]),
    ...numeric,
  ]
  return new RegExp(parts.join('|'), 'giu')
}
