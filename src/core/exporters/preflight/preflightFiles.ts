import type { PreflightPlace, PreflightReport } from '#shared/contract/preflight'
import type { RecordSet } from '#shared/model/records'
import { textFile, type PackFile } from '../pack/packFile'
import { articleFolder } from '../pack/packNames'
import { readableJson } from '../pack/readableJson'
import { preflightPage, type PlaceAddress } from './preflightPage'

/** From the folder `checks`: an article's page, at its passage; the record of whatever has no page of its own. */
const addressIn = (records: RecordSet): PlaceAddress => {
  const folders = new Map(
    records.articles.map((article) => [article.id, articleFolder(article).replace(/^data/, '..')]),
  )
  const files: Readonly<Partial<Record<PreflightPlace['kind'], string>>> = {
    photo: '../photos/contact-sheet.html',
    reference: '../citations/references.json',
    source: '../sources/sources.json',
    ...(records.claims.length > 0 ? { claim: '../claims/claims.json' } : {}),
    ...(records.notes.length > 0 ? { note: '../claims/notes.json' } : {}),
  }
  return ({ id, kind, passage }) => {
    const folder = folders.get(id)
    if (folder === undefined) return files[kind]
    return `${folder}/article.html${passage === undefined ? '' : `#p-${passage}`}`
  }
}

export const preflightFiles = (report: PreflightReport, records: RecordSet): PackFile[] => [
  textFile('data/checks/preflight.html', 'text/html', 'What was checked before this pack was written', () =>
    preflightPage(report, addressIn(records)),
  ),
  textFile('data/checks/preflight.json', 'application/json', 'What was checked, as data', () =>
    readableJson(report),
  ),
]
