import type { Block } from '../documents/block'
import type { ZipParts } from '../documents/zipParts'
import { elementAttribute } from '../documents/elementAttribute'
import { childElements, localName } from '../markup/elements'
import type { ArticleDraft } from '../articleDraft'
import type { WordContext } from './wordContext'

const inNotes: ReadonlySet<string> = new Set(['footnotes', 'endnotes', 'comments'])
const inMargins: ReadonlySet<string> = new Set(['hdr', 'ftr'])

const wordsOf = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join(' ')

/** The notes of a part, by their ids. Notes that only hold a line above them have a type (17.11.10). */
export const readNotes = async (
  parts: ZipParts,
  path: string,
  context: WordContext,
): Promise<ReadonlyMap<string, readonly Block[]>> => {
  const notes = new Map<string, readonly Block[]>()
  for await (const note of parts.elements(path, inNotes)) {
    const type = elementAttribute(note, 'type')
    if (type !== undefined && type !== 'normal') continue
    const blocks = context.flow.gather(() => context.visitBlocks(childElements(note), context))
    notes.set(elementAttribute(note, 'id') ?? '', blocks)
  }
  return notes
}

/** Comments beside the text, as what is no part of it. Returns how many there are. */
export const readComments = async (
  parts: ZipParts,
  path: string,
  context: WordContext,
  draft: ArticleDraft,
): Promise<number> => {
  let count = 0
  for await (const comment of parts.elements(path, inNotes)) {
    if (localName(comment) !== 'comment') continue
    const text = wordsOf(context.flow.gather(() => context.visitBlocks(childElements(comment), context)))
    if (text === '') continue
    count += 1
    const author = elementAttribute(comment, 'author')?.replace(/\s+/g, ' ').trim()
    draft.addFurniture(author ? `Comment by ${author}: ${text}` : `Comment: ${text}`, 'other')
  }
  return count
}

/** The lines at the head or foot of pages. */
export const readMargin = async (
  parts: ZipParts,
  path: string,
  context: WordContext,
): Promise<readonly string[]> => {
  const lines: string[] = []
  for await (const element of parts.elements(path, inMargins)) {
    const blocks = context.flow.gather(() => context.visitBlocks([element], context))
    for (const block of blocks) if (block.type === 'text') lines.push(block.text)
  }
  return lines
}
