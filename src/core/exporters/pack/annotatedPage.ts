import type { Claim, EvidenceRelation } from '#shared/model/claim'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { PassageTarget } from '#shared/model/selector'
import { currentVersion } from '#shared/model/support'
import { titleOf } from '#core/records/titleOf'
import { directionOf } from './direction'
import { html, type Html } from './html'
import { packPage } from './packPage'
import { readableTime } from './readableTime'
import type { StorySupport } from './storySupport'
import { originsNote, passageNote } from './supportNotes'

export interface AnnotatedContext {
  readonly articles: ReadonlyMap<string, ArticleRecord>
  readonly items: ReadonlyMap<string, RecordSet['photos'][number] | RecordSet['references'][number]>
  readonly sources: ReadonlyMap<string, RecordSet['sources'][number]>
}

export interface AnnotatedStory {
  readonly article: ArticleRecord
  /** Those that it states, in the order in which they are numbered. */
  readonly claims: readonly Claim[]
  readonly support: StorySupport
}

const relationWords: Readonly<Record<EvidenceRelation, string>> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Context',
}

const statusWords: Readonly<Record<Claim['status'], string>> = {
  open: 'open',
  supported: 'supported',
  contradicted: 'contradicted',
  disputed: 'disputed',
  'not-checkable': 'not checkable',
}

/** The words that are quoted: those that were selected, else the whole passage. */
const quotationOf = (target: PassageTarget, { articles }: AnnotatedContext): string | undefined =>
  target.selector?.exact ??
  articles
    .get(target.articleId)
    ?.versions.find(({ id }) => id === target.versionId)
    ?.passages.find(({ label }) => label === target.passage)?.text

const quoted = (words: string | undefined): Html | '' =>
  words === undefined ? '' : html`<blockquote dir="auto">${words}</blockquote>`

const evidenceItem = (evidence: Claim['evidence'][number], context: AnnotatedContext): Html => {
  const { target, itemId, sourceId, obtained } = evidence
  const record = target ? context.articles.get(target.articleId) : context.items.get(itemId ?? '')
  const source = context.sources.get(sourceId ?? '')
  return html`<li>
    ${relationWords[evidence.relation]}:
    <bdi>${record ? titleOf(record) : 'an item that is not in this pack'}</bdi
    >${target ? `, passage ${target.passage}` : ''}${source ? html`; according to <bdi>${source.name}</bdi>` : ''}
    ${target ? quoted(quotationOf(target, context)) : ''}
    ${obtained === undefined ? '' : html`<p class="dim">How obtained: <bdi>${obtained}</bdi></p>`}
  </li>`
}

const checkItem = ({ at, by, method, outcome }: Claim['checks'][number]): Html =>
  html`<li>
    Checked by <bdi>${by}</bdi> on ${readableTime(at)}, outcome ${statusWords[outcome]}: <bdi>${method}</bdi>
  </li>`

const claimBlock = (claim: Claim, number: number, support: StorySupport, context: AnnotatedContext): Html =>
  html`<section class="notice" id="claim-${number}" lang="en" dir="ltr" aria-label="Claim ${number}">
    <p><b>Claim ${number}</b> (${claim.claimType}, ${statusWords[claim.status]}): <bdi>${claim.text}</bdi></p>
    ${claim.target?.selector ? quoted(claim.target.selector.exact) : ''}
    <p class="dim">Rests on ${originsNote(support.claims.get(claim.id) ?? [], context.sources)}</p>
    <ul>
      ${claim.evidence.map((evidence) => evidenceItem(evidence, context))} ${claim.checks.map(checkItem)}
    </ul>
    ${claim.evidence.length === 0 ? html`<p class="dim">No evidence is stated.</p>` : ''}
    ${claim.checks.length === 0 ? html`<p class="dim">No check is in this pack.</p>` : ''}
  </section>`

type Numbered = readonly [claim: Claim, number: number]

const storyOf = (
  { article, support }: AnnotatedStory,
  numbered: readonly Numbered[],
  context: AnnotatedContext,
): Html[] =>
  [...currentVersion(article).passages]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ label, text, language }) => {
      const rests = support.passages.get(label)
      const here = numbered.filter(([{ target }]) => target?.passage === label)
      const attributes =
        language === undefined ? html` dir="auto"` : html` lang="${language}" dir="${directionOf(language)}"`
      return html`<div class="passage" id="p-${label}">
          <a class="label" href="#p-${label}" aria-label="Passage ${label}">${label}</a>
          <p${attributes}>${text}${here.map(([, number]) => html` <a href="#claim-${number}" aria-label="Claim ${number}">[${number}]</a>`)}</p>
          ${rests ? passageNote(rests, context.sources) : ''}
        </div>
        ${here.map(([claim, number]) => claimBlock(claim, number, support, context))}`
    })

/** Claims that an article states, in the order of its passages; those of a passage that is gone come last. */
export const claimsOf = (article: ArticleRecord, claims: readonly Claim[]): readonly Claim[] => {
  const places = new Map(currentVersion(article).passages.map(({ label, ordinal }) => [label, ordinal]))
  const placeOf = ({ target }: Claim): number => places.get(target?.passage ?? '') ?? Infinity
  return claims
    .filter(({ target }) => target?.articleId === article.id)
    .sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}

const leadOf = (claims: readonly Claim[]): string => {
  if (claims.length === 0) return 'The story, and what each passage rests on. No claim of it is in this pack.'
  return claims.length === 1
    ? 'The story, what each passage rests on, and its one claim with what it rests on and who checked it.'
    : `The story, what each passage rests on, and each of its ${claims.length} claims with what it rests on and who checked it.`
}

/**
 * annotated.html: the story, below each passage on what it rests, and at it each claim, numbered, with its quotation, its
 * evidence and who checked it.
 */
export const annotatedPage = (story: AnnotatedStory, context: AnnotatedContext): string => {
  const { article, claims, support } = story
  const numbered = claims.map((claim, index): Numbered => [claim, index + 1])
  const labels = new Set(currentVersion(article).passages.map(({ label }) => label))
  const gone = numbered.filter(([{ target }]) => !labels.has(target?.passage ?? ''))
  return packPage({
    title: `${article.headline}: annotated`,
    language: article.language,
    header: html`<nav aria-label="Pack"><a href="../../index.html">Front page of this pack</a></nav>
      <h1 dir="auto">${article.headline}</h1>
      <p class="dim">${leadOf(claims)}</p>`,
    main: html`${storyOf(story, numbered, context)}
    ${
      gone.length === 0
        ? ''
        : html`<h2 lang="en" dir="ltr">Claims of passages that this version no longer has</h2>
            ${gone.map(([claim, number]) => claimBlock(claim, number, support, context))}`
    }`,
    footer: html`<p class="dim">To read without notes: <a href="article.html">article.html</a>.</p>`,
  })
}
