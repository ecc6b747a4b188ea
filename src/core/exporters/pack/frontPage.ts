import type { PackCounts } from '#shared/contract/work'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { currentVersion, supportOf } from '#shared/model/support'
import { html, type Html } from './html'
import type { PackFile } from './packFile'
import { packPage } from './packPage'
import { articleFolder } from './packNames'
import { supportSources, supportWords } from './supportWords'

export interface FrontPage {
  readonly records: RecordSet
  readonly counts: PackCounts
  readonly files: readonly PackFile[]
  readonly date: string
  readonly identifier: string
  readonly agent: string
}

/** Above this many articles the front page would be too long to open; each article's own page has its table's content. */
const articlesInFull = 25

const inData = (path: string): string => path.slice('data/'.length)

const checks = html`<table>
  <caption>
    State of each check
  </caption>
  <thead>
    <tr>
      <th scope="col">Check</th>
      <th scope="col">State</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <th scope="row">Unchanged</th>
      <td>
        A page cannot vouch for itself. Every file was read back and matched when the pack was written; check
        again as VERIFY.txt beside this folder says.
      </td>
    </tr>
    <tr>
      <th scope="row">Complete</th>
      <td>
        The same: the manifests name every file. A file that was added is found only by comparing the list, as
        VERIFY.txt says.
      </td>
    </tr>
    <tr>
      <th scope="row">Signed</th>
      <td>Unsigned. Who made this pack is not proved by it.</td>
    </tr>
    <tr>
      <th scope="row">Custody</th>
      <td>
        The history of each record is in <a href="checks/custody.jsonl">checks/custody.jsonl</a>; each entry
        names the digest of the one before.
      </td>
    </tr>
  </tbody>
</table>`

const countWords: readonly (readonly [keyof PackCounts, string])[] = [
  ['articles', 'Articles'],
  ['passages', 'Passages'],
  ['citations', 'Citations'],
  ['sources', 'Sources'],
  ['references', 'Cited works with a record'],
  ['photos', 'Photos'],
  ['slots', 'Photo slots'],
  ['originals', 'Originals (the bytes as they came)'],
  ['originalBytes', 'Bytes of the originals'],
]

const countTable = (counts: PackCounts): Html =>
  html`<table>
    <caption>
      What this pack holds
    </caption>
    <tbody>
      ${countWords.map(
        ([key, words]) =>
          html`<tr>
            <th scope="row">${words}</th>
            <td>${counts[key]}</td>
          </tr> `,
      )}
    </tbody>
  </table>`

const supportTable = (article: ArticleRecord, records: RecordSet): Html => {
  const version = currentVersion(article)
  const support = supportOf(version, article.citations)
  const sources = new Map(records.sources.map((source) => [source.id, source]))
  const page = `${inData(articleFolder(article))}/article.html`
  const rows = [...version.passages]
    .sort((a, b) => a.ordinal - b.ordinal)
    .filter((passage) => passage.passageKind !== 'heading')
    .map((passage) => {
      const rests = support.get(passage.label) ?? { basis: 'none', citationIds: [] }
      const names = supportSources(rests, article, sources)
      return html`<tr>
        <th scope="row"><a href="${page}#p-${passage.label}">${passage.label}</a></th>
        <td><bdi>${excerpt(passage.text)}</bdi></td>
        <td>${supportWords(rests)}</td>
        <td><bdi>${names}</bdi></td>
      </tr> `
    })
  return html`<div class="scroll">
    <table>
      <caption>
        What each passage rests on
      </caption>
      <thead>
        <tr>
          <th scope="col">Passage</th>
          <th scope="col">Begins</th>
          <th scope="col">Rests on</th>
          <th scope="col">Sources</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

const excerpt = (text: string): string => {
  const characters = Array.from(text.replace(/\s+/gu, ' '))
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('')
}

const articleSection = (article: ArticleRecord, records: RecordSet, inFull: boolean): Html => {
  const folder = inData(articleFolder(article))
  const kind = article.articleType === 'digest' ? ' (digest in own words)' : ''
  return html`<section aria-label="Article">
    <h3>
      <a href="${folder}/article.html"><bdi>${article.headline}</bdi></a
      >${kind}
    </h3>
    <p class="dim">
      <a href="${folder}/article.txt">text</a> · <a href="${folder}/article.json">full record</a>
    </p>
    ${inFull ? supportTable(article, records) : ''}
  </section> `
}

const fileTable = (files: readonly PackFile[]): Html =>
  html`<div class="scroll">
    <table>
      <caption>
        Files beside this page. The fingerprint of every file is in manifest-sha256.txt and
        manifest-sha512.txt, one folder up; those of the originals are here too.
      </caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What it is</th>
          <th scope="col">Bytes</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${files.map(
          (file) =>
            html`<tr>
              <td><a href="${inData(file.path)}">${inData(file.path)}</a></td>
              <td><bdi>${file.description}</bdi></td>
              <td>${file.bytes}</td>
              <td class="hash">
                ${file.content.kind === 'original' ? file.content.original.sha256 : 'see manifest'}
              </td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`

/** data/index.html: contents, what rests on what, counts, fingerprints, and each check with its own state. */
export const frontPage = ({ records, counts, files, date, identifier, agent }: FrontPage): string => {
  const inFull = records.articles.length <= articlesInFull
  const [first] = records.articles
  const title = records.articles.length === 1 && first ? first.headline : 'Citation pack'
  return packPage({
    title: `Citation pack: ${title}`,
    header: html`<p class="dim">Citation pack</p>
      <h1 dir="auto">${title}</h1>
      <p class="dim">
        Written ${date} by ${agent}. Identifier <code>urn:uuid:${identifier}</code>. This page runs no script
        and loads nothing.
      </p>`,
    main: html`<section aria-label="Overview">
        <h2>Overview</h2>
        ${countTable(counts)}
      </section>
      <section aria-label="Checks">
        <h2>Can it be trusted?</h2>
        ${checks}
      </section>
      <section aria-label="What rests on what">
        <h2>Articles, and what rests on what</h2>
        <p>
          “Printed”: a source line stands under the passage. “Inferred”: the passage stands between two source
          lines and the second is taken to cover it; nobody printed that. “None”: no source line covers it.
        </p>
        ${inFull ? '' : html`<p>${records.articles.length} articles: what each passage rests on is on the article's own page.</p>`}
        ${records.articles.map((article) => articleSection(article, records, inFull))}
      </section>
      <section aria-label="Files">
        <h2>Files</h2>
        ${fileTable(files)}
      </section>`,
    footer: html`<p class="dim">
      The format: BagIt 1.0 (RFC 8493) around an RO-Crate 1.2. What the files are is in
      <a href="ro-crate-metadata.json">ro-crate-metadata.json</a>.
    </p>`,
  })
}
