import { capture } from './rtfCapture'
import { setGroup, type RtfState } from './rtfState'

const timeWords = ['yr', 'mo', 'dy', 'hr', 'min', 'sec'] as const

const two = (value: number | undefined): string => String(value ?? 0).padStart(2, '0')

/** A time of the writer's clock, without an offset; undefined where no day is stated. */
const statedTime = (time: ReadonlyMap<string, number>): string | undefined => {
  const [yr, mo, dy, hr, min, sec] = timeWords.map((word) => time.get(word))
  if (!yr || !mo || !dy) return undefined
  const date = `${String(yr).padStart(4, '0')}-${two(mo)}-${two(dy)}`
  return hr === undefined ? date : `${date}T${two(hr)}:${two(min)}:${two(sec)}`
}

const beginTime = (state: RtfState, take: (time: string) => void): void => {
  state.time.clear()
  setGroup(state, {
    atEnd: () => {
      const time = statedTime(state.time)
      if (time !== undefined) take(time)
    },
  })
}

/** Groups of `\info` (RTF 1.9.1, 'Information Group'). False for what is none. */
export const beginInfo = (state: RtfState, name: string): boolean => {
  const { info } = state
  if (name === 'title') capture(state, (value) => info.title('document', value))
  else if (name === 'author') capture(state, (value) => info.author('document', value.split(';')))
  else if (name === 'keywords') capture(state, (value) => info.keywords('document', [value]))
  else if (name === 'subject') capture(state, (value) => info.found('subject', 'document', value))
  else if (name === 'operator') capture(state, (value) => info.found('lastModifiedBy', 'document', value))
  else if (name === 'doccomm') capture(state, (value) => info.found('description', 'document', value))
  else if (name === 'creatim') beginTime(state, (time) => info.found('created', 'document', time))
  else if (name === 'revtim') beginTime(state, (time) => info.date('modified', 'document', time))
  else return false
  return true
}

/** A part of a time. False for other words. */
export const takeTimeWord = ({ time }: RtfState, name: string, value: number | undefined): boolean => {
  if (!timeWords.some((word) => word === name) || value === undefined) return false
  time.set(name, value)
  return true
}
