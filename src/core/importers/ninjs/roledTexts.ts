import { holdsMarkup } from '../news/readStatedText'
import { listOf, objectOf, textOf, type JsonObject } from '../news/jsonValues'
import type { StatedText } from '../news/statedItem'

/** One of several renditions or kinds of a text: `body_xhtml`, or an element of `bodies`. */
export interface RoledText {
  /** In lower case; empty where none is given. */
  readonly role: string
  readonly text: StatedText
}

/** The three texts of ninjs: in 1.x a name with the role behind it, from 2.0 an array. */
const plurals = { headline: 'headlines', description: 'descriptions', body: 'bodies' } as const

export type TextStem = keyof typeof plurals

/** What role or media type says of the form. Providers write `body_xhtml` and `richtext` as media types too. */
const formOf = (said: string, text: string): StatedText['form'] => {
  if (/html|richtext/.test(said)) return 'html'
  if (/text\/plain/.test(said)) return 'plain'
  return holdsMarkup(text) ? 'html' : 'plain'
}

/** Other XML in a string (`application/xml`, a provider's own NITF) is no text that HTML rules could read. */
const isOtherXml = (said: string): boolean => /xml|nitf/.test(said) && !/html/.test(said)

const roled = (
  role: string,
  type: string,
  value: unknown,
): readonly (RoledText & { readonly said: string })[] => {
  const text = textOf(value)
  if (text === undefined) return []
  const said = `${type} ${role}`.toLowerCase()
  return [{ role: role.toLowerCase(), said, text: { form: formOf(said, text), text } as StatedText }]
}

/** All texts of one kind that an item has, in its order; XML of other kinds only where there is nothing else. */
export const roledTexts = (item: JsonObject, stem: TextStem): readonly RoledText[] => {
  const found = [...item].flatMap(([name, value]) => {
    if (name === stem) return typeof value === 'string' ? roled('', '', value) : []
    if (name.startsWith(`${stem}_`)) return roled(name.slice(stem.length + 1), '', value)
    if (name !== plurals[stem]) return []
    return listOf(value).flatMap((one) => {
      const object = objectOf(one)
      if (!object) return roled('', '', one)
      return roled(
        textOf(object.get('role')) ?? '',
        textOf(object.get('contenttype')) ?? textOf(object.get('mimetype')) ?? '',
        object.get('value'),
      )
    })
  })
  const usual = found.filter(({ said }) => !isOtherXml(said))
  return usual.length > 0 ? usual : found
}
