import { isTag, type Document, type Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { parseMarkup } from '../markup/parseMarkup'
import { decodeXml } from './decodeXml'
import { resolveNamedReferences } from './resolveNamedReferences'
import { xmlProlog } from './xmlProlog'

export interface ReadXml {
  readonly document: Document
  readonly root: Element
  readonly charset: NonNullable<ParsedArticle['charset']>
  readonly doubts: readonly Doubt[]
}

/** Whether the root's own end tag is there. */
const isWhole = (text: string, root: Element): boolean => {
  const end = text.lastIndexOf(`</${root.name}`)
  return root.children.length === 0 || (end >= 0 && text.includes('>', end))
}

/**
 * Parses an XML file to a tree. Entities that it declares are never expanded and nothing outside it is read; what is cut
 * off gives what can be read of it, with a doubt. Throws `damaged-file` where there is no element, and `limit`.
 */
export const readXml = (bytes: Uint8Array): ReadXml => {
  const { text, charset, doubts } = decodeXml(bytes)
  const prolog = xmlProlog(text)
  const body = text.slice(prolog.root)
  const document = parseMarkup(resolveNamedReferences(body), { xml: true })
  const root = document.children.find(isTag)
  if (!root) throw new CuttingsError('damaged-file', { reason: 'it holds no XML element' })
  const found = [...doubts]
  if (prolog.declaresEntities)
    found.push({ field: 'text', message: 'It declares entities of its own; they were not expanded.' })
  if (!isWhole(body, root))
    found.push({ field: 'text', message: 'It ends before its last element does; what was there was read.' })
  return { document, root, charset, doubts: found }
}
