import { DomHandler, type Document } from 'domhandler'
import { Parser } from 'htmlparser2'
import { CuttingsError } from '#shared/errors'

/** Elements inside each other, at most: what a browser allows too. */
export const deepest = 512

/** Nodes and attributes of one document, at most, where the caller does not know better. */
export const mostNodes = 2_000_000

/** Attributes of one element: many thousands of times what a page has, and what reading it later costs grows with them. */
export const mostAttributes = 10_000

const tooDeep = (): CuttingsError =>
  new CuttingsError('limit', { what: 'elements inside each other', most: deepest })

const tooMany = (most: number): CuttingsError =>
  new CuttingsError('limit', { what: 'elements, attributes and texts in the markup', most })

export interface MarkupOptions {
  /** XML rules: names as they are written, nothing implied, no entities but the five and numbers. */
  readonly xml?: boolean
  /** Nodes and attributes, at most: a node takes about 250 bytes of memory. */
  readonly most?: number
}

/**
 * Parses HTML, or XML, to a tree of plain nodes in which nothing runs or loads. It is forgiving, so that damaged markup
 * gives what can be read of it; it throws `limit` where a document is nested or long beyond reason, before it was held.
 */
export const parseMarkup = (
  text: string,
  { xml = false, most = mostNodes }: MarkupOptions = {},
): Document => {
  const handler = new DomHandler()
  let depth = 0
  let nodes = 0
  const count = (): void => {
    nodes += 1
    if (nodes > most) throw tooMany(most)
  }
  let attributesOfElement = 0
  const countAttribute = (): void => {
    attributesOfElement += 1
    if (attributesOfElement > mostAttributes)
      throw new CuttingsError('limit', { what: 'attributes of one element', most: mostAttributes })
    count()
  }
  const parser = new Parser(
    {
      onparserinit: (created) => handler.onparserinit(created),
      onattribute: countAttribute,
      onopentag: (name, attributes) => {
        attributesOfElement = 0
        depth += 1
        if (depth > deepest) throw tooDeep()
        count()
        handler.onopentag(name, attributes)
      },
      onclosetag: () => {
        depth -= 1
        handler.onclosetag()
      },
      ontext: (data) => {
        count()
        handler.ontext(data)
      },
      oncomment: (data) => {
        count()
        handler.oncomment(data)
      },
      oncommentend: () => handler.oncommentend(),
      oncdatastart: () => handler.oncdatastart(),
      oncdataend: () => handler.oncdataend(),
      onend: () => handler.onend(),
    },
    { xmlMode: xml, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
  return handler.root
}
