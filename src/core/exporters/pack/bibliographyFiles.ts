import { setImmediate } from 'node:timers/promises'
import { bibliographyStyles, type BibliographyStyle } from '#core/exporters/csl/bibliographyStyles'
import type { FormatBibliography } from '#core/exporters/csl/types'
import type { CslItem } from '#shared/model/reference'
import { html, trustedHtml } from './html'
import { textFile, type PackFile } from './packFile'
import { packPage } from './packPage'
import type { PackOptions } from './types'

const styleNames: Readonly<Record<BibliographyStyle, string>> = {
  'chicago-notes': 'Chicago, notes and bibliography',
  apa: 'APA',
  mla: 'MLA',
}

const bibliographyPage = (style: BibliographyStyle, markup: string): string =>
  packPage({
    title: `Bibliography: ${styleNames[style]}`,
    header: html`<nav aria-label="Pack"><a href="../index.html">Front page of this pack</a></nav>
      <h1>Bibliography</h1>`,
    main: html`<h2>${styleNames[style]}</h2>
      ${trustedHtml(markup)}`,
    footer: html`<p class="dim">
      The cited works and the articles of this pack. The same as data:
      <a href="citations.csl.json">citations.csl.json</a>, <a href="citations.ris">citations.ris</a>.
    </p>`,
  })

/** Tells how far all styles are together, counted in items. */
const createShares = (items: number, onProgress: PackOptions['onProgress']) => {
  const shares = new Map<BibliographyStyle, number>()
  return (style: BibliographyStyle, share: number): void => {
    shares.set(style, share)
    const sum = [...shares.values()].reduce((all, each) => all + each, 0)
    const done = Math.floor((sum / bibliographyStyles.length) * items)
    onProgress?.({ step: 'bibliography', done, total: items, bytes: 0 })
  }
}

export interface BibliographyOptions extends Pick<PackOptions, 'signal' | 'onProgress'> {
  readonly formatBibliography: FormatBibliography
}

/**
 * A formatting takes a core, and 50 MB for 500 items: a few items are formatted in two styles side by side, so that a short
 * pack is soon there, and many in one after the other, so that a large one stays within its memory.
 */
const stylesAtOnce = (items: number): number => (items > 100 ? 1 : 2)

/** A page and a text for each style, in no order. When one style fails, another that is being formatted ends. */
export const bibliographyFiles = async (
  items: readonly CslItem[],
  { formatBibliography, signal, onProgress }: BibliographyOptions,
): Promise<PackFile[]> => {
  const failed = new AbortController()
  const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
  const tell = createShares(items.length, onProgress)
  const filesOf = async (style: BibliographyStyle): Promise<PackFile[]> => {
    // Where the formatting is done in this thread, others have their turn between two styles, and a cancel is heard.
    await setImmediate(undefined, { signal: either })
    const { html: markup, text } = await formatBibliography(
      { style, items },
      { signal: either, onProgress: (share) => tell(style, share) },
    )
    const name = `data/citations/bibliography.${style}`
    const description = `Bibliography: ${styleNames[style]}`
    return [
      textFile(`${name}.html`, 'text/html', description, () => bibliographyPage(style, markup)),
      textFile(`${name}.txt`, 'text/plain', description, () => text),
    ]
  }
  const waiting = [...bibliographyStyles]
  const files: PackFile[] = []
  const work = async (): Promise<void> => {
    for (let style = waiting.shift(); style; style = waiting.shift()) files.push(...(await filesOf(style)))
  }
  try {
    await Promise.all(Array.from({ length: stylesAtOnce(items.length) }, work))
    return files
  } catch (error) {
    failed.abort()
    throw error
  }
}
