import type { PackCounts } from '#shared/contract/work'
import type { Passage } from '#shared/model/article'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { currentVersion, supportOf } from '#shared/model/support'
import { exactSize, readableNumber, readableSize } from '#shared/pack/readableSize'
import { html, type Html } from './html'
import type { PackFile } from './packFile'
import { articleFolder } from './packNames'
import { supportSources, supportWords } from './supportWords'

/** A path from the front page, which stands in `data`. */
export const inData = (path: string): string => path.slice('data/'.length)

const countWords: readonly (readonly [keyof PackCounts, string])[] = [
  ['articles', 'Articles'],
  ['passages', 'Passages'],
  ['citations', 'Citations'],
  ['sources', 'Sources'],
  ['references', 'Cited works with a record'],
  ['photos', 'Photos'],
  ['slots', 'Photo slots'],
  ['originals', 'Originals (the bytes as they came)'],
  ['originalBytes', 'Size of the originals'],
]

/** A size to read, with the exact number for programs and for whoever points at it. */
const sizeWithBytes = (bytes: number): Html => {
  const words = readableSize(bytes)
  const exact = exactSize(bytes)
  return words === exact ? html`${exact}` : html`<data value="${bytes}" title="${exact}">${words}</data>`
}

const captioned = (caption: string, columns: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`

export const countTable = (counts: PackCounts): Html =>
  captioned(
    'What this pack holds',
    ['What', 'How many'],
    countWords.map(
      ([key, words]) =>
        html`<tr>
          <th scope="row">${words}</th>
          <td>${key === 'originalBytes' ? sizeWithBytes(counts[key]) : readableNumber(counts[key])}</td>
        </tr>`,
    ),
  )

const excerpt = ({ text }: Passage): string => {
  const characters = Array.from(text.replace(/\s+/gu, ' '))
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('')
}

/** What each passage of an article's newest version rests on, in words, with the names of the sources. */
export const supportTable = (article: ArticleRecord, records: RecordSet): Html => {
  const version = currentVersion(article)
  const support = supportOf(version, article.citations)
  const sources = new Map(records.sources.map((source) => [source.id, source]))
  const page = `${inData(articleFolder(article))}/article.html`
  const rows = [...version.passages]
    .sort((a, b) => a.ordinal - b.ordinal)
    .filter((passage) => passage.passageKind !== 'heading')
    .map((passage) => {
      const rests = support.get(passage.label) ?? { basis: 'none', citationIds: [] }
      return html`<tr>
        <th scope="row"><a href="${page}#p-${passage.label}">${passage.label}</a></th>
        <td><bdi>${excerpt(passage)}</bdi></td>
        <td>${supportWords(rests)}</td>
        <td><bdi>${supportSources(rests, article, sources)}</bdi></td>
      </tr>`
    })
  return captioned(
    `What each passage of “${article.headline}” rests on`,
    ['Passage', 'Begins', 'Rests on', 'Sources'],
    rows,
  )
}

const fingerprint = ({ content }: PackFile): string =>
  content.kind === 'original' ? content.original.sha256 : 'in the manifests'

export const fileTable = (files: readonly PackFile[]): Html =>
  html`<p>
      The fingerprint of every file is in manifest-sha256.txt and manifest-sha512.txt, one folder up; those of
      the originals are here too.
    </p>
    ${captioned(
      'Files beside this page',
      ['File', 'What it is', 'Size', 'SHA-256'],
      files.map(
        (file) =>
          html`<tr>
            <td><a href="${inData(file.path)}">${inData(file.path)}</a></td>
            <td><bdi>${file.description}</bdi></td>
            <td>${sizeWithBytes(file.bytes)}</td>
            <td class="hash">${fingerprint(file)}</td>
          </tr>`,
      ),
    )}`
