import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import { CuttingsError } from '#shared/errors'
import { takeFootnotes } from './footnotes'
import { markdownPieces } from './markdownPieces'

/** Quotes and lists inside each other, at most: beyond it the reader of Markdown leaves text out. */
export const deepestMarkdown = 100

/** The longest name of a note, and its marks. */
const longestReference = 64

/** Adds `[^1]` where a note of that name is defined; it shows as `[1]`. */
const addReferences = (markdown: Markdown, ids: ReadonlySet<string>): void => {
  markdown.inline.ruler.before('link', 'footnote-reference', (state, silent) => {
    if (!state.src.startsWith('[^', state.pos)) return false
    const mark = state.src.slice(state.pos, state.pos + longestReference)
    const end = mark.indexOf(']')
    const id = mark.slice(2, end)
    if (end < 0 || !ids.has(id)) return false
    if (!silent) state.pending += `[${id}]`
    state.pos += end + 1
    return true
  })
}

/** Addresses of links may be given anywhere in the text: `[name]: address`. */
const definitionsIn = (text: string): string =>
  (text.match(/^ {0,3}\[[^\]\n]{1,200}\]:[^\n]{1,4000}$/gm) ?? []).join('\n\n')

/**
 * Markdown (CommonMark 0.31, tables and strikethrough of GitHub's) as HTML, piece by piece; tags in it are text. Nothing is
 * loaded. Notes come last, each as an element of the class `footnote`. Throws `limit` where it is nested beyond reason.
 */
export function* renderMarkdown(source: string): Generator<string> {
  const { text, notes } = takeFootnotes(source)
  const markdown = new MarkdownIt('default', { html: false, maxNesting: deepestMarkdown })
  addReferences(markdown, new Set(notes.map((note) => note.id)))
  const shared = {}
  const render = (piece: string): string => {
    const tokens = markdown.parse(piece, shared)
    if (tokens.some((token) => token.level >= deepestMarkdown - 1))
      throw new CuttingsError('limit', {
        what: 'quotes and lists inside each other',
        most: deepestMarkdown - 1,
      })
    return markdown.renderer.render(tokens, markdown.options, shared)
  }
  render(definitionsIn(text))
  for (const piece of markdownPieces(text)) yield render(piece)
  for (const { id, text: note } of notes) yield `<div class="footnote">${render(`\\[${id}\\] ${note}`)}</div>`
}
