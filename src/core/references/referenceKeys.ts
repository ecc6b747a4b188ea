import type { CslItem } from '#shared/model/reference'
import { slugOf } from '../records/slugOf'

/** Stable, readable keys of references: the file's own where it gives one, else name, year and a word of the title. */
export interface ReferenceKeys {
  readonly keyOf: (csl: CslItem, given: string | undefined) => string
}

const longest = 60

/** Words that begin titles and say nothing. */
const small = new Set([
  'a',
  'an',
  'the',
  'on',
  'of',
  'in',
  'der',
  'die',
  'das',
  'le',
  'la',
  'les',
  'el',
  'los',
])

const wordsOf = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : slugOf(text)
        .split('-')
        .filter((word) => word !== 'untitled')

const nameOf = ({ author, 'container-title': container, publisher }: CslItem): string => {
  const [first] = author ?? []
  const name = first?.family ?? first?.literal ?? container ?? publisher
  return wordsOf(name).slice(0, 3).join('')
}

const proposed = (csl: CslItem): string => {
  const year = String(csl.issued?.['date-parts']?.[0]?.[0] ?? '').replace(/\D/g, '')
  const word = wordsOf(csl.title).find((one) => !small.has(one)) ?? ''
  return `${nameOf(csl)}${year}${word}`.slice(0, longest) || 'reference'
}

/** `isTaken` tells of keys that are held; those that were given out here are taken too. */
export const createReferenceKeys = (isTaken: (key: string) => boolean): ReferenceKeys => {
  const given = new Set<string>()
  return {
    keyOf: (csl, own) => {
      const base = own === undefined ? proposed(csl) : slugOf(own, longest)
      let key = base
      for (let number = 2; given.has(key) || isTaken(key); number += 1) key = `${base}-${number}`
      given.add(key)
      return key
    },
  }
}
