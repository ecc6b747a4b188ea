import type { CitationStyle, CitedRun, CitedText, CiteForm } from '#shared/contract/references'
import { CuttingsError } from '#shared/errors'
import type { StyleSource } from '../exporters/csl/citing'
import type { Citer } from '../exporters/csl/createCiter'
import { isShippedStyle, shippedStyles } from '../exporters/csl/shippedStyles'
import { entriesToHtml, entriesToMarkdown, entriesToText } from '../exporters/csl/writeRuns'
import type { AddedStyle, AddedStyles } from './createAddedStyles'
import { fillTemplate, shippedTemplates, type CitedWork } from './templates/fillTemplate'

export interface CitingRequest {
  readonly works: readonly CitedWork[]
  readonly form: CiteForm
  readonly style: string
  readonly locale: string
  readonly locator?: string | undefined
  readonly template?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Citing {
  readonly styles: () => Promise<CitationStyle[]>
  /** Throws `style-unknown`, `style-unreadable`, `style-slow`, `bad-input`. */
  readonly cite: (request: CitingRequest) => Promise<CitedText>
}

export const toCitationStyle = ({ id, title, isNote }: AddedStyle): CitationStyle => ({
  id,
  title,
  isNote,
  isAdded: true,
})

const inForms = (entries: CitedRun[][]): CitedText => ({
  entries,
  html: entriesToHtml(entries),
  markdown: entriesToMarkdown(entries),
  text: entriesToText(entries),
})

const isTemplate = (form: CiteForm): form is keyof typeof shippedTemplates =>
  Object.hasOwn(shippedTemplates, form)

/** A style cites in notes or in the text, and is not asked for the other. */
const mustFit = (form: CiteForm, { id, isNote }: Pick<CitationStyle, 'id' | 'isNote'>): void => {
  if (form === 'note' && !isNote)
    throw new CuttingsError('bad-input', { reason: `the style ${id} has no notes; it cites in the text` })
  if (form === 'text' && isNote)
    throw new CuttingsError('bad-input', { reason: `the style ${id} cites in notes, not in the text` })
}

/** Works in a style, or by a template. */
export const createCiting = (citer: Citer, added: AddedStyles): Citing => {
  const styles = async (): Promise<CitationStyle[]> => [
    ...shippedStyles.map((style) => ({ ...style, isAdded: false })),
    ...(await added.list()).map(toCitationStyle),
  ]

  const find = async (id: string): Promise<{ source: StyleSource; isNote: boolean }> => {
    const shipped = shippedStyles.find((style) => style.id === id)
    if (shipped && isShippedStyle(id)) return { source: { kind: 'shipped', id }, isNote: shipped.isNote }
    const own = (await added.list()).find((style) => style.id === id || style.cslId === id)
    if (own) return { source: await added.sourceOf(own), isNote: own.isNote }
    const known = (await styles()).map((style) => style.id).join(', ')
    throw new CuttingsError('style-unknown', { style: id, known })
  }

  return {
    styles,
    cite: async ({ works, form, style, locale, locator, template, signal }) => {
      if (isTemplate(form)) {
        const lines = fillTemplate(template ?? shippedTemplates[form], works)
        return inForms(lines.map((text) => [{ text }]))
      }
      const { source, isNote } = await find(style)
      mustFit(form, { id: style, isNote })
      const { entries } = await citer.cite(
        {
          style: source,
          locale,
          form: form === 'bibliography' ? 'bibliography' : 'citation',
          items: works.map(({ csl }) => csl),
          locator,
        },
        signal,
      )
      return inForms(entries.map((runs) => [...runs]))
    },
  }
}
