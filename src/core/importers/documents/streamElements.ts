import { Element, Text } from 'domhandler'
import { Parser } from 'htmlparser2'
import { CuttingsError } from '#shared/errors'
import { localName } from '../markup/elements'
import { deepest, mostAttributes, mostNodes } from '../markup/parseMarkup'
import { createXmlDecoder, type XmlDecoder } from './decodeXml'
import type { UnpackedBudget } from './unpackedBudget'

interface Gathering {
  /** Elements that were finished since it was last called. */
  readonly finished: () => Element[]
  readonly parser: Parser
}

const limit = (what: string, most: number): CuttingsError => new CuttingsError('limit', { what, most })

/** Builds the trees of what stands in containers, one after the other. */
const createGathering = (containers: ReadonlySet<string>): Gathering => {
  let done: Element[] = []
  let depth = 0
  let nodes = 0
  const open: Element[] = []
  const count = (): void => {
    nodes += 1
    if (nodes > mostNodes) throw limit('elements and attributes in one part of the text', mostNodes)
  }
  let attributesOfElement = 0
  const countAttribute = (): void => {
    attributesOfElement += 1
    if (attributesOfElement > mostAttributes) throw limit('attributes of one element', mostAttributes)
    count()
  }
  const append = (node: Element | Text): void => {
    const parent = open.at(-1)
    if (!parent) return
    node.parent = parent
    parent.children.push(node)
  }
  const parser = new Parser(
    {
      onattribute: countAttribute,
      onopentag: (name, attributes) => {
        attributesOfElement = 0
        depth += 1
        if (depth > deepest) throw limit('elements inside each other', deepest)
        const element = new Element(name, attributes)
        if (open.length === 0 && containers.has(localName(element))) return
        count()
        append(element)
        open.push(element)
      },
      onclosetag: () => {
        depth -= 1
        const closed = open.pop()
        if (!closed || open.length > 0) return
        done.push(closed)
        nodes = 0
      },
      ontext: (data) => {
        if (open.length === 0) return
        count()
        append(new Text(data))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return {
    parser,
    finished: () => {
      const elements = done
      done = []
      return elements
    },
  }
}

/**
 * The elements of an XML file that stand in `containers` (local names) and in nothing else, each with all that is in it, in
 * the order of the text: only one of them is held at a time, so that a long document needs no more memory than its longest
 * part. No entities but the five and numbers. Throws `limit` for what is nested or long beyond reason.
 */
export async function* streamElements(
  parts: AsyncIterable<Uint8Array>,
  containers: ReadonlySet<string>,
  budget: UnpackedBudget,
): AsyncGenerator<Element> {
  const { parser, finished } = createGathering(containers)
  let decoder: XmlDecoder | undefined
  for await (const part of parts) {
    budget.take(part.length)
    decoder ??= createXmlDecoder(part)
    parser.write(decoder.write(part))
    yield* finished()
  }
  parser.write(decoder?.end() ?? '')
  parser.end()
  yield* finished()
}
