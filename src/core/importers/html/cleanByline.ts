import { readStatedDate } from '../text/readStatedDate'
import { factText } from './factText'

const mark =
  /^(?:by|written by|words by|story by|posted by|reported by|von|par|por|di|door|автор:|بقلم:?|作者[:：]?)[\s:：]+/iu

/** Characters of all names together, at most. */
const longest = 200

/** A line that tells when, and not who. */
const isDate = (text: string): boolean =>
  readStatedDate(text) !== undefined || /^(?:last )?(?:updated|published|posted|modified)\b/i.test(text)

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^https?:\/\//i.test(text) && !isDate(text) && !/\d{1,2}:\d{2}/.test(text)

/** The names in a byline's values, without `By`; undefined where they name nobody: addresses of profiles, dates. */
export const cleanByline = (values: readonly string[]): string | undefined => {
  const names = values
    .map((value) => factText(value).replace(mark, ''))
    .filter((name) => name.length <= longest && isName(name))
  // A page names its author twice where one element holds the other.
  const whole = [...new Set(names)].filter(
    (name, _, all) => !all.some((one) => one !== name && one.includes(name)),
  )
  const byline = whole.join(', ')
  return byline === '' || byline.length > longest ? undefined : byline
}
