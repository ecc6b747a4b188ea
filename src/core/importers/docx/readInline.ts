import type { Element } from 'domhandler'
import { childElements, childNamed, elementsNamed, localName, textInside } from '../markup/elements'
import { elementAttribute } from '../documents/elementAttribute'
import { fieldAddress, linkAddress } from '../documents/linkAddress'
import { isSymbolFont, symbolCharacter, symbolText } from '../documents/symbolFont'
import { readDrawing } from './readDrawing'
import type { WordContext } from './wordContext'

/** The address that the present words lead to: of the link around them, or of the open field. */
const addressOf = (url: string | undefined, { fields }: WordContext): string | undefined =>
  url ?? fields.findLast((field) => field.isResult && field.address !== undefined)?.address

const isInstruction = ({ fields }: WordContext): boolean => fields.some((field) => !field.isResult)

const visitFieldMark = (element: Element, { fields }: WordContext): void => {
  const type = elementAttribute(element, 'fldCharType')
  const last = fields.at(-1)
  if (type === 'begin') fields.push({ instruction: '', isResult: false, address: undefined })
  else if (type === 'separate' && last) {
    last.isResult = true
    last.address = fieldAddress(last.instruction)
  } else if (type === 'end') fields.pop()
}

/** Characters; a longer instruction is no link. */
const longestInstruction = 10_000

const visitInstruction = (element: Element, { fields }: WordContext): void => {
  const last = fields.at(-1)
  if (last && last.instruction.length < longestInstruction)
    last.instruction += textInside(element).slice(0, longestInstruction)
}

const visitNote = (element: Element, context: WordContext, type: 'footnote' | 'endnote'): void => {
  // A mark of the writer's own follows as text.
  const isOwn = /^(?:1|true|on)$/.test(elementAttribute(element, 'customMarkFollows') ?? '')
  const mark = isOwn ? '' : `[${context.notes.length + 1}]`
  context.notes.push({ type, id: elementAttribute(element, 'id') ?? '', mark })
  context.flow.add(mark)
}

const addSign = (sign: string, url: string | undefined, context: WordContext): void => {
  if (sign.includes('\ufffd')) context.leftOut.unreadSigns += 1
  context.flow.add(sign, url)
}

const visitSymbol = (element: Element, url: string | undefined, context: WordContext): void => {
  const code = Number.parseInt(elementAttribute(element, 'char') ?? '', 16)
  const font = elementAttribute(element, 'font') ?? ''
  if (Number.isNaN(code) || code > 0xffff) return
  const isPlain = code < 0xf000 && !isSymbolFont(font)
  addSign(isPlain ? String.fromCharCode(code) : symbolCharacter(font, code), url, context)
}

/** The font of a run where its signs are symbols and not letters. */
const symbolFontOf = (properties: Element | undefined): string | undefined => {
  const font = elementAttribute(properties && childNamed(properties, 'rFonts'), 'ascii')
  return font !== undefined && isSymbolFont(font) ? font : undefined
}

const isOn = (properties: Element | undefined, name: string): boolean => {
  const found = properties && childNamed(properties, name)
  return found !== undefined && !/^(?:0|false|off)$/.test(elementAttribute(found, 'val') ?? '')
}

const visitRun = (run: Element, url: string | undefined, context: WordContext): void => {
  const properties = childNamed(run, 'rPr')
  if (isOn(properties, 'vanish')) {
    if (elementsNamed(run, 't').length > 0) context.leftOut.hidden += 1
    return
  }
  const font = symbolFontOf(properties)
  for (const child of childElements(run)) visitRunPart(child, { url, font }, context)
}

interface RunStyle {
  readonly url: string | undefined
  readonly font: string | undefined
}

const visitRunPart = (element: Element, style: RunStyle, context: WordContext): void => {
  const name = localName(element)
  if (name === 'fldChar') return visitFieldMark(element, context)
  if (name === 'instrText') return visitInstruction(element, context)
  if (isInstruction(context)) return
  const { flow } = context
  const url = addressOf(style.url, context)
  if (name === 't') {
    const text = textInside(element)
    if (style.font === undefined) flow.add(text, url)
    else addSign(symbolText(style.font, text), url, context)
  } else if (name === 'tab' || name === 'ptab') flow.add(' ', url)
  else if (name === 'br' || name === 'cr') flow.lineBreak(context.paragraph.kind)
  else if (name === 'noBreakHyphen') flow.add('\u2011', url)
  else if (name === 'sym') visitSymbol(element, url, context)
  else if (name === 'footnoteReference') visitNote(element, context, 'footnote')
  else if (name === 'endnoteReference') visitNote(element, context, 'endnote')
  else if (name === 'drawing' || name === 'pict') readDrawing(element, context)
  else if (name === 'object') visitObject(element, context)
  else if (name === 'AlternateContent')
    visitAlternate(element, (child) => visitRunPart(child, style, context))
  else if (name === 'ruby') {
    const base = childNamed(element, 'rubyBase')
    if (base) visitInline(childElements(base), url, context)
  }
}

const visitObject = (element: Element, context: WordContext): void => {
  if (childElements(element).some((child) => /^(?:OLEObject|objectEmbed)$/.test(localName(child))))
    context.leftOut.embedded += 1
  readDrawing(element, context)
}

/** Of contents that stand for the same thing (Part 3, 10.2) the first is read, or what is there for older programs. */
export const visitAlternate = (element: Element, visit: (child: Element) => void): void => {
  const chosen = childNamed(element, 'Choice') ?? childNamed(element, 'Fallback')
  if (chosen) for (const child of childElements(chosen)) visit(child)
}

/** Whether it shows a text that asks for one ('Click here to enter text'). */
const isPlaceholder = (element: Element): boolean => {
  const properties = childNamed(element, 'sdtPr')
  return properties !== undefined && isOn(properties, 'showingPlcHdr')
}

/** Elements around runs or paragraphs that show what is in them. */
const transparent = new Set(
  'ins moveTo smartTag customXml dir bdo sdtContent oMath oMathPara fldSimple subDoc'.split(' '),
)

/** What is around the content of an element; undefined where the content is not shown. Shared by blocks and runs. */
export const contentOf = (element: Element, { leftOut }: WordContext): Element[] | undefined => {
  const name = localName(element)
  if (name === 'del' || name === 'moveFrom') {
    // What was moved is shown where it went.
    if (name === 'del') leftOut.deletions += 1
    return []
  }
  if (name === 'sdt') {
    const content = childNamed(element, 'sdtContent')
    return content && !isPlaceholder(element) ? childElements(content) : []
  }
  return transparent.has(name) ? childElements(element) : undefined
}

const visitMath = (element: Element, context: WordContext): void => {
  for (const part of elementsNamed(element, 't')) context.flow.add(textInside(part))
}

/** Reads what stands in a paragraph: runs, links, fields, insertions. Depth is bounded by the parser. */
export const visitInline = (
  elements: readonly Element[],
  url: string | undefined,
  context: WordContext,
): void => {
  for (const element of elements) {
    const name = localName(element)
    if (name === 'r') visitRun(element, url, context)
    else if (name === 'oMath' || name === 'oMathPara') visitMath(element, context)
    else if (name === 'hyperlink') {
      const target = context.relationship(element.attribs['r:id'])
      visitInline(childElements(element), target?.isExternal ? linkAddress(target.target) : url, context)
    } else if (name === 'fldSimple')
      visitInline(
        childElements(element),
        fieldAddress(elementAttribute(element, 'instr') ?? '') ?? url,
        context,
      )
    else if (name === 'AlternateContent')
      visitAlternate(element, (child) => visitInline([child], url, context))
    else {
      const content = contentOf(element, context)
      if (content) visitInline(content, url, context)
    }
  }
}
