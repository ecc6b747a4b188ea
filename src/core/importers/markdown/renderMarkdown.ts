import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import { takeFootnotes } from './footnotes'

/** Deeper than the limit of the tree that is made of it, so that nothing is left out in silence. */
const maxNesting = 1000

/** Adds `[^1]` where a note of that name is defined; it shows as `[1]`. */
const addReferences = (markdown: Markdown, ids: ReadonlySet<string>): void => {
  markdown.inline.ruler.before('link', 'footnote-reference', (state, silent) => {
    if (!state.src.startsWith('[^', state.pos)) return false
    const end = state.src.indexOf(']', state.pos + 2)
    if (end < 0 || end - state.pos > 64) return false
    const id = state.src.slice(state.pos + 2, end)
    if (!ids.has(id)) return false
    if (!silent) state.pending += `[${id}]`
    state.pos = end + 1
    return true
  })
}

/**
 * Markdown (CommonMark 0.31, tables and strikethrough of GitHub's) as HTML; tags in it are text. Nothing is loaded. Notes
 * come last, each as an element of the class `footnote`.
 */
export const renderMarkdown = (source: string): string => {
  const { text, notes } = takeFootnotes(source)
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting })
  addReferences(markdown, new Set(notes.map((note) => note.id)))
  const rendered = notes.map(
    ({ id, text: note }) => `<div class="footnote">${markdown.render(`\\[${id}\\] ${note}`)}</div>`,
  )
  return [markdown.render(text), ...rendered].join('\n')
}
