import type { ChildNode } from 'domhandler'
import { parseMarkup } from '#core/importers/markup/parseMarkup'
import type { CitedRun } from '#shared/contract/references'

type Look = Omit<CitedRun, 'text'>

const looks: Readonly<Record<string, Look>> = {
  i: { italic: true },
  em: { italic: true },
  b: { bold: true },
  strong: { bold: true },
  sup: { raised: true },
  sub: { lowered: true },
}

/** A style inside `<i>` may turn back to upright. */
const lookOfSpan = (style: string, before: Look): Look => {
  const { italic, bold, ...rest } = before
  return {
    ...rest,
    ...(italic && !/font-style:\s*normal/.test(style) ? { italic } : {}),
    ...(bold && !/font-weight:\s*normal/.test(style) ? { bold } : {}),
    ...(/small-caps/.test(style) ? { smallCaps: true } : {}),
    ...(/text-decoration:\s*underline/.test(style) ? { underlined: true } : {}),
  }
}

const sameLook = (one: CitedRun, { text: _words, ...other }: CitedRun): boolean => {
  const { text: _text, ...look } = one
  return JSON.stringify(look) === JSON.stringify(other)
}

const joined = (runs: readonly CitedRun[]): CitedRun[] =>
  runs.reduce<CitedRun[]>((all, run) => {
    const last = all.at(-1)
    if (!last || !sameLook(last, run)) return [...all, run]
    return [...all.slice(0, -1), { ...last, text: last.text + run.text }]
  }, [])

const collect = (node: ChildNode, look: Look, runs: CitedRun[]): void => {
  if (node.type === 'text') runs.push({ text: node.data.replace(/\s+/g, ' '), ...look })
  if (node.type !== 'tag') return
  // A block begins apart from what stands before it: the number of an entry and its words.
  if (node.name === 'div' && runs.length > 0) runs.push({ text: ' ' })
  const inner =
    node.name === 'span'
      ? lookOfSpan(node.attribs['style'] ?? '', look)
      : { ...look, ...(Object.hasOwn(looks, node.name) ? looks[node.name] : {}) }
  for (const child of node.children) collect(child, inner, runs)
}

const trimmed = (runs: readonly CitedRun[]): CitedRun[] => {
  const words = joined(
    runs.map((run, at) => {
      const before = runs[at - 1]?.text ?? ' '
      return before.endsWith(' ') ? { ...run, text: run.text.replace(/^ +/, '') } : run
    }),
  ).filter(({ text }) => text !== '')
  return words
    .map((run, at) => (at === words.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
    .filter(({ text }) => text !== '')
}

/**
 * What citeproc wrote as HTML, as runs of plain words with their look: no markup of an item or of a style gets any
 * further, whatever it says.
 */
export const readRuns = (html: string): CitedRun[] => {
  const runs: CitedRun[] = []
  for (const node of parseMarkup(html, { most: 200_000 }).children) collect(node, {}, runs)
  return trimmed(runs)
}
