import { CuttingsError } from '#shared/errors'
import type { PhotoOrigin } from '#shared/model/photo'
import { childElements, childNamed, elementsNamed, localName, textInside } from '../../markup/elements'
import { parseMarkup } from '../../markup/parseMarkup'
import { decodeText } from '../../text/decodeText'
import type { ByteWindow } from '../byteWindow'
import { cleanValue } from '../cleanValue'
import type { FoundValue, PictureParts } from '../pictureParts'
import { readRdf } from '../xmp/readRdf'
import { fieldsOf } from '../xmp/readXmp'
import { svgSize } from './svgSize'

/** Elements of a drawing that describe it (SVG 2, 5.8). */
const describing: Readonly<Record<string, string>> = { title: 'title', desc: 'description' }

const oneLine = (text: string): string => cleanValue(text.replace(/\s+/g, ' '))

/** A drawing as data: what it says of itself, and its size. Nothing of it is drawn, run or loaded. */
export const readSvg = async (window: ByteWindow): Promise<PictureParts> => {
  const text = [...decodeText(await window.read(0, window.size)).chunks()].join('')
  const document = parseMarkup(text, { xml: true })
  const root = childElements(document).find((element) => localName(element) === 'svg')
  if (!root) throw new CuttingsError('damaged-file', { reason: 'it has no svg element' })
  const own = Object.entries(describing).flatMap(([name, field]): FoundValue[] => {
    const element = childNamed(root, name)
    const value = element ? oneLine(textInside(element)) : ''
    return value === '' ? [] : [{ field, from: 'svg', value }]
  })
  const from: PhotoOrigin = elementsNamed(document, 'xmpmeta').length > 0 ? 'xmp' : 'svg'
  const properties = readRdf(document)
  const date = cleanValue(properties.get('dc:date')?.text ?? '')
  const license = cleanValue(properties.get('cc:license')?.text ?? '')
  const further: FoundValue[] = [
    { field: 'dateCreated', from, value: date },
    { field: 'webStatementOfRights', from, value: license },
  ]
  return {
    size: svgSize(root.attribs),
    found: [...own, ...fieldsOf(properties, from), ...further.filter(({ value }) => value !== '')],
  }
}
