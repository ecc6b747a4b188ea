import type { JsonObject } from '../news/jsonValues'
import { wordsOf } from '../news/readStatedText'
import type { StatedField, StatedItem, StatedText } from '../news/statedItem'
import { readAssociations, typeOf } from './associations'
import {
  datesOf,
  infoSourcesOf,
  namedPlaces,
  namesAt,
  plainPlaces,
  textsAt,
  urisOf,
  webAddressesOf,
} from './ninjsFields'
import { roledTexts, type RoledText } from './roledTexts'

/** The main headline stands first, then the others as they come; the title is for items that have none. */
const headlinesOf = (item: JsonObject): readonly string[] => {
  const isMain = ({ role }: RoledText): boolean => role === '' || role === 'main'
  const texts = roledTexts(item, 'headline')
  const lines = [...texts.filter(isMain), ...texts.filter((text) => !isMain(text))].flatMap(
    ({ text }) => wordsOf(text) ?? [],
  )
  return lines.length > 0 ? lines : textsAt(item, ['title', 'slugline'])
}

const letters = (text: StatedText): string => ((wordsOf(text) ?? '').match(/[\p{L}\p{N}]/gu) ?? []).join('')

/** Each description once: many are given as plain text and again with markup. */
const summariesOf = (item: JsonObject): readonly StatedText[] => {
  const seen = new Set<string>()
  return roledTexts(item, 'description').flatMap(({ text }) => {
    const key = letters(text)
    if (key === '' || seen.has(key)) return []
    seen.add(key)
    return [text]
  })
}

const valuesOf = (item: JsonObject): Partial<Record<StatedField, readonly string[]>> => {
  const { publishers, others } = infoSourcesOf(item)
  const entries = (places: typeof plainPlaces, read: typeof textsAt): [string, readonly string[]][] =>
    Object.entries(places).map(([field, names]) => [field, read(item, names)])
  return {
    ...Object.fromEntries([...entries(plainPlaces, textsAt), ...entries(namedPlaces, namesAt)]),
    ...datesOf(item),
    headline: headlinesOf(item),
    url: webAddressesOf(item),
    uri: urisOf(item),
    publisher: publishers,
    infoSources: others,
  }
}

const typeDoubts = (item: JsonObject): StatedItem['doubts'] => {
  const type = typeOf(item)
  if (['', 'text', 'composite'].includes(type)) return []
  return [{ field: 'articleType', message: `Its publisher files it as "${type}"; its text was read.` }]
}

/** What a ninjs item says as an article. */
export const readNinjsItem = (item: JsonObject): StatedItem => {
  const { pictures, doubts } = readAssociations(item)
  return {
    values: valuesOf(item),
    summaries: summariesOf(item),
    bodies: roledTexts(item, 'body').map(({ text }) => text),
    pictures,
    doubts: [...typeDoubts(item), ...doubts],
  }
}
