import type { PreflightReport } from '#shared/contract/preflight'
import type { PackCounts } from '#shared/contract/work'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { packProfiles, type LeftOut, type PackProfileName } from '#shared/packProfiles'
import { countTable, fileTable, inData, supportTable } from './frontPageTables'
import { checkTable } from './frontPageChecks'
import { leftOutWords } from './leftOutWords'
import { html, type Html } from './html'
import type { PackFile } from './packFile'
import { articleFolder, packTitle } from './packNames'
import { packPage } from './packPage'
import { readableTime } from './readableTime'

export interface FrontPage {
  readonly records: RecordSet
  readonly counts: PackCounts
  readonly files: readonly PackFile[]
  readonly date: string
  readonly identifier: string
  readonly agent: string
  readonly profile: PackProfileName
  readonly leftOut?: LeftOut
  readonly preflight?: PreflightReport
}

/** Above this many articles the front page would be too long to open; each article's own page has its table's content. */
const articlesInFull = 25

const articleSection = (article: ArticleRecord, records: RecordSet, inFull: boolean): Html => {
  const folder = inData(articleFolder(article))
  const kind = article.articleType === 'digest' ? ' (digest in own words)' : ''
  return html`<h3>
      <a href="${folder}/article.html"><bdi>${article.headline}</bdi></a
      >${kind}
    </h3>
    <p class="dim">
      <a href="${folder}/article.txt">text</a> · <a href="${folder}/article.json">full record</a>
    </p>
    ${inFull ? supportTable(article, records) : ''}`
}

const header = (page: FrontPage): Html => {
  const { records, date, identifier, agent } = page
  return html`<p class="dim">Citation pack</p>
    <h1 dir="auto">${packTitle(records)}</h1>
    <p class="dim">
      Written ${readableTime(date)} by ${agent}. Identifier <code>urn:uuid:${identifier}</code>. This page
      runs no script and loads nothing.
    </p>
    ${profileNotice(page)}`
}

const redactedWords =
  'Names of confidential people are replaced by “[withheld]”; pictures carry no metadata and no position; every file was searched for what must not leave. '

/** A pack that is not the whole says so where everybody looks. */
const profileNotice = ({ profile, leftOut = {} }: FrontPage): Html | undefined => {
  if (profile === 'full') return undefined
  const words = leftOutWords(leftOut)
  return html`<p class="notice">
    Profile <b>${profile}</b>. ${packProfiles[profile] === packProfiles.redacted ? redactedWords : ''}
    ${words === '' ? 'Nothing that was selected had to be left out.' : `Left out of this pack: ${words}.`}
  </p>`
}

const main = ({ records, counts, files, preflight }: FrontPage): Html => {
  const inFull = records.articles.length <= articlesInFull
  return html`<h2>Overview</h2>
    ${countTable(counts)}
    <h2>Can it be trusted?</h2>
    ${checkTable(preflight)}
    <h2>Articles, and what rests on what</h2>
    <p>
      “Printed”: a source line stands under the passage. “Inferred”: the passage stands between two source
      lines and the second is taken to cover it; nobody printed that. “None”: no source line covers it.
    </p>
    ${inFull ? '' : html`<p>What each passage rests on is on each article's own page.</p>`}
    ${records.articles.map((article) => articleSection(article, records, inFull))}
    <h2>Files</h2>
    ${fileTable(files)}`
}

/** data/index.html: contents, what rests on what, counts, fingerprints, and each check with its own state. */
export const frontPage = (page: FrontPage): string =>
  packPage({
    title: `Citation pack: ${packTitle(page.records)}`,
    header: header(page),
    main: main(page),
    footer: html`<p class="dim">
      The format: BagIt 1.0 (RFC 8493) around an RO-Crate 1.2. What the files are is in
      <a href="ro-crate-metadata.json">ro-crate-metadata.json</a>.
    </p>`,
  })
