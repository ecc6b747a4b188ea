import { setImmediate } from 'node:timers/promises'
import { articleToCsl } from '#core/exporters/csl/articleToCsl'
import type { formatBibliography } from '#core/exporters/csl/formatBibliography'
import { referencesToRis } from '#core/exporters/csl/referencesToRis'
import { bibliographyStyles, type BibliographyStyle } from '#core/exporters/csl/styles'
import type { RecordSet } from '#shared/model/records'
import type { CslItem } from '#shared/model/reference'
import { citationTable, sourceLinesText } from './citationTable'
import { html, trustedHtml } from './html'
import { textFile, type PackFile } from './packFile'
import { packPage } from './packPage'
import { readableJson } from './readableJson'
import { webAnnotations } from './webAnnotations'

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

/** How a bibliography is made: by citeproc, whose time tests of other things do without. */
export type FormatBibliography = typeof formatBibliography

/** citeproc takes its time and does not let go: between two styles others have their turn, and a cancel is heard. */
const bibliographyFiles = async (
  items: readonly CslItem[],
  format: FormatBibliography,
  signal: AbortSignal | undefined,
): Promise<PackFile[]> => {
  const files: PackFile[] = []
  for (const style of bibliographyStyles) {
    await setImmediate(undefined, signal ? { signal } : {})
    const { html: markup, text } = format({ style, items })
    const name = `data/citations/bibliography.${style}`
    const description = `Bibliography: ${styleNames[style]}`
    files.push(
      textFile(`${name}.html`, 'text/html', description, () => bibliographyPage(style, markup)),
      textFile(`${name}.txt`, 'text/plain', description, () => text),
    )
  }
  return files
}

/** The folder `citations`: what is cited where, and every cited work (and each article itself) in the forms that desks import. */
export const citationFiles = async (
  records: RecordSet,
  identifier: string,
  format: FormatBibliography,
  signal: AbortSignal | undefined,
): Promise<PackFile[]> => {
  const items = [
    ...records.references.map((reference) => reference.csl),
    ...records.articles.map(articleToCsl),
  ]
  const folder = 'data/citations'
  return [
    textFile(`${folder}/references.json`, 'application/json', 'Cited works: the full records', () =>
      readableJson(records.references),
    ),
    textFile(
      `${folder}/citations.csl.json`,
      'application/vnd.citationstyles.csl+json',
      'Cited works and the articles themselves, as CSL-JSON',
      () => readableJson(items),
    ),
    textFile(
      `${folder}/citations.ris`,
      'application/x-research-info-systems',
      'Cited works and the articles themselves, as RIS',
      () => referencesToRis(items),
    ),
    textFile(`${folder}/citations.csv`, 'text/csv', 'Which passage cites which source', () =>
      citationTable(records),
    ),
    textFile(`${folder}/citations.jsonld`, 'application/ld+json', 'Citations as W3C Web Annotations', () =>
      webAnnotations(records, identifier),
    ),
    textFile(`${folder}/source-lines.txt`, 'text/plain', 'Source lines as printed, one per line', () =>
      sourceLinesText(records.articles),
    ),
    ...(await bibliographyFiles(items, format, signal)),
  ]
}
