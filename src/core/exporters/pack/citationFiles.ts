import { articleToCsl } from '#core/exporters/csl/articleToCsl'
import { itemsToBibtex } from '#core/references/writing/itemsToBibtex'
import { itemsToRis } from '#core/references/writing/itemsToRis'
import type { RecordSet } from '#shared/model/records'
import type { CslItem } from '#shared/model/reference'
import { citationTable, sourceLinesText } from './citationTable'
import { textFile, type PackFile } from './packFile'
import { readableJson } from './readableJson'
import { webAnnotations } from './webAnnotations'

/** Every cited work, then each article itself. */
export const citedItems = (records: RecordSet): CslItem[] => [
  ...records.references.map((reference) => reference.csl),
  ...records.articles.map(articleToCsl),
]

const folder = 'data/citations'

/** The folder `citations` but for its bibliographies: what is cited where, and every cited work in the forms that desks import. */
export const citationFiles = (
  records: RecordSet,
  items: readonly CslItem[],
  identifier: string,
): (() => PackFile[])[] =>
  [
    () =>
      textFile(`${folder}/references.json`, 'application/json', 'Cited works: the full records', () =>
        readableJson(records.references),
      ),
    () =>
      textFile(
        `${folder}/citations.csl.json`,
        'application/vnd.citationstyles.csl+json',
        'Cited works and the articles themselves, as CSL-JSON',
        () => readableJson(items),
      ),
    () =>
      textFile(
        `${folder}/citations.ris`,
        'application/x-research-info-systems',
        'Cited works and the articles themselves, as RIS',
        () => itemsToRis(items),
      ),
    () =>
      textFile(
        `${folder}/citations.bib`,
        'application/x-bibtex',
        'Cited works and the articles themselves, as BibTeX',
        () => itemsToBibtex(items),
      ),
    () =>
      textFile(`${folder}/citations.csv`, 'text/csv', 'Which passage cites which source', () =>
        citationTable(records),
      ),
    () =>
      textFile(`${folder}/citations.jsonld`, 'application/ld+json', 'Citations as W3C Web Annotations', () =>
        webAnnotations(records, identifier),
      ),
    () =>
      textFile(`${folder}/source-lines.txt`, 'text/plain', 'Source lines as printed, one per line', () =>
        sourceLinesText(records.articles),
      ),
  ].map((make) => () => [make()])
