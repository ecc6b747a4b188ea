import type { Passage, Slot, SourceLine, Version } from '#shared/model/article'
import type { Source } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { currentVersion, supportOf, type Support } from '#shared/model/support'
import { digestedWork } from './digestedWork'
import { directionOf } from './direction'
import { html, type Html } from './html'
import { packPage } from './packPage'
import { readableTime } from './readableTime'
import { supportSources, supportWords } from './supportWords'

export interface ArticlePageContext {
  readonly sources: ReadonlyMap<string, Source>
  readonly references: ReadonlyMap<string, Reference>
  /** Name of the original's file in the same folder, where the pack holds it. */
  readonly original?: string | undefined
  /** Name in the folder `photos` of each photo that the pack holds. */
  readonly photoNames: ReadonlyMap<string, string>
}

const passageText = (passage: Passage): Html => {
  const { text } = passage
  const lang = passage.language
  const attributes = lang === undefined ? html` dir="auto"` : html` lang="${lang}" dir="${directionOf(lang)}"`
  if (passage.passageKind === 'heading') return html`<h2${attributes}>${text}</h2>`
  if (passage.passageKind === 'quote') return html`<blockquote${attributes}>${text}</blockquote>`
  return html`<p${attributes}>${text}</p>`
}

const supportMark = (support: Support, names: string): Html =>
  html`<p class="support ${support.basis}" lang="en" dir="ltr">
    Rests on: ${supportWords(support)}${names ? html` (<bdi>${names}</bdi>)` : ''}
  </p>`

const slotBlock = (slot: Slot, name: string | undefined): Html =>
  html`<aside class="slot" aria-label="Photo slot ${slot.number}">
    <p lang="en" dir="ltr">
      Photo ${slot.number}:
      ${name === undefined ? 'not held' : html`<a href="../../photos/${name}">../../photos/${name}</a>`}${slot.placement === 'inferred' ? ' (its place is inferred)' : ''}
    </p>
    ${slot.caption === undefined ? '' : html`<p dir="auto">${slot.caption}</p>`}
    ${slot.credit === undefined ? '' : html`<p class="dim" dir="auto">${slot.credit}</p>`}
  </aside> `

const lineBlock = (line: SourceLine): Html => html`<p class="line" dir="auto">${line.literal}</p> `

const body = (article: ArticleRecord, version: Version, context: ArticlePageContext): Html[] => {
  const support = supportOf(version, article.citations)
  const slotsAfter = (label: string | undefined): Html[] =>
    version.slots
      .filter((slot) => slot.placedAfter === label)
      .map((slot) =>
        slotBlock(slot, slot.photoId === undefined ? undefined : context.photoNames.get(slot.photoId)),
      )
  const passages = [...version.passages].sort((a, b) => a.ordinal - b.ordinal)
  const blocks = passages.map((passage) => {
    const rests = support.get(passage.label) ?? { basis: 'none', citationIds: [] }
    const lines = version.sourceLines.filter((line) => line.after === passage.label)
    return html`<div class="passage" id="p-${passage.label}">
        <a class="label" href="#p-${passage.label}" aria-label="Passage ${passage.label}">${passage.label}</a>
        ${passageText(passage)}
        ${passage.passageKind === 'heading' ? '' : supportMark(rests, supportSources(rests, article, context.sources))}
      </div>
      ${lines.sort((a, b) => a.order - b.order).map(lineBlock)}${slotsAfter(passage.label)}`
  })
  const unplaced = slotsAfter(undefined)
  return unplaced.length === 0
    ? blocks
    : [
        ...blocks,
        html`<h2 lang="en" dir="ltr">Photo slots whose place is not known</h2>
          ${unplaced}`,
      ]
}

const digestNotice = (article: ArticleRecord, context: ArticlePageContext): Html | undefined => {
  if (article.articleType !== 'digest') return undefined
  const after = digestedWork(article, context.references)
  return html`<p class="notice">
    In our own words${after === undefined ? '' : html`, after <bdi>${after}</bdi>`}: a digest, not the
    published text.
  </p>`
}

const publishedOf = ({ published }: ArticleRecord): Html => {
  if (published?.literal !== undefined) return html`<bdi>${published.literal}</bdi>`
  return published?.edtf === undefined ? html`date not stated` : readableTime(published.edtf)
}

const bylineOf = (article: ArticleRecord): Html =>
  html`<bdi>${article.byline ?? 'byline not stated'}</bdi> ·
    <bdi>${article.publisher ?? 'publisher not stated'}</bdi> · ${publishedOf(article)}`

/** article.html: the newest version to read, passages numbered, with what each rests on in words. */
export const articlePage = (article: ArticleRecord, context: ArticlePageContext): string => {
  const version = currentVersion(article)
  const original = context.original
  return packPage({
    title: article.headline,
    language: article.language,
    header: html`<nav aria-label="Pack"><a href="../../index.html">Front page of this pack</a></nav>
      <h1 dir="auto" ${article.language === undefined ? '' : html` lang="${article.language}"`}>
        ${article.headline}
      </h1>
      <p class="dim">${bylineOf(article)}</p>
      ${digestNotice(article, context)}`,
    main: html`${body(article, version, context)}`,
    footer: html`<p class="dim">
      Version ${version.number} of ${article.versions.length}. Also here:
      <a href="article.txt">article.txt</a>,
      <a href="article.json">article.json</a
      >${original === undefined ? '; the original is not in this pack' : html`, <a href="${original}">${original}</a> (the bytes as they came; open it only with a program that you trust it to)`}.
    </p>`,
  })
}
