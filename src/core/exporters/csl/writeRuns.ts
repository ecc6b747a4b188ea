import type { CitedRun } from '#shared/contract/references'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (one) => escapes[one] ?? one)

const wrap = (
  text: string,
  [before, after]: readonly [string, string],
  wanted: boolean | undefined,
): string => (wanted ? `${before}${text}${after}` : text)

const runToHtml = ({ text, italic, bold, smallCaps, raised, lowered, underlined }: CitedRun): string => {
  let html = escapeHtml(text)
  html = wrap(html, ['<span style="font-variant:small-caps">', '</span>'], smallCaps)
  html = wrap(html, ['<u>', '</u>'], underlined)
  html = wrap(html, ['<sub>', '</sub>'], lowered)
  html = wrap(html, ['<sup>', '</sup>'], raised)
  html = wrap(html, ['<b>', '</b>'], bold)
  return wrap(html, ['<i>', '</i>'], italic)
}

/** CommonMark: what would be read as a mark stands behind a backslash. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&')

const runToMarkdown = ({ text, italic, bold, raised, lowered }: CitedRun): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  let marked = escapeMarkdown(words)
  if (marked !== '') {
    marked = wrap(marked, ['<sub>', '</sub>'], lowered)
    marked = wrap(marked, ['<sup>', '</sup>'], raised)
    marked = wrap(marked, ['**', '**'], bold)
    marked = wrap(marked, ['*', '*'], italic)
  }
  return `${before}${marked}${after}`
}

type Entries = readonly (readonly CitedRun[])[]

/** A paragraph for each entry, with no mark but those of `CitedRun`. */
export const entriesToHtml = (entries: Entries): string =>
  entries.map((runs) => `<p>${runs.map(runToHtml).join('')}</p>`).join('\n')

export const entriesToMarkdown = (entries: Entries): string =>
  entries
    .map((runs) =>
      runs
        .map(runToMarkdown)
        .join('')
        // A number or a mark at the beginning would make a list or a heading of it.
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^[#+-]/, '\\$&'),
    )
    .join('\n\n')

export const entriesToText = (entries: Entries): string =>
  entries.map((runs) => runs.map(({ text }) => text).join('')).join('\n')
