import type { FieldOrigin } from '#shared/model/article'
import type { ArticleDraft } from '../articleDraft'
import type { Candidate, Candidates } from './chooseFields'

/** Places in which a value is the article's own, and not made for a list or a tab. */
const telling: ReadonlySet<FieldOrigin> = new Set(['json-ld', 'microdata', 'open-graph', 'dublin-core'])

const names: Readonly<Partial<Record<FieldOrigin, string>>> = {
  'json-ld': 'JSON-LD',
  microdata: 'microdata',
  'open-graph': 'Open Graph',
  'dublin-core': 'Dublin Core',
  meta: 'meta tags',
}

const nameOf = (from: FieldOrigin): string => names[from] ?? 'the page'

/** The first of the others that says something else. */
const otherThan = <Value>(
  candidates: readonly Candidate<Value>[],
  differs: (first: Value, other: Value) => boolean,
): string | undefined => {
  const [first, ...others] = candidates
  const other = first && others.find((one) => telling.has(one.from) && differs(first.value, one.value))
  return first && other
    ? `The page's sources disagree: ${nameOf(first.from)} says "${first.shown.slice(0, 200)}", which was taken, and ${nameOf(other.from)} says "${other.shown.slice(0, 200)}".`
    : undefined
}

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const otherWords = (one: string, other: string): boolean => {
  const [a, b] = [folded(one), folded(other)]
  return !a.includes(b) && !b.includes(a)
}

const day = 24 * 60 * 60 * 1000

/** More than time zones can explain. */
const otherDay = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((edtf) => Date.parse(edtf.slice(0, 10)))
  return one.length >= 10 && other.length >= 10 && Math.abs((a ?? 0) - (b ?? 0)) > day
}

/** Says where a page's sources disagree about its headline or its date, and where the date is not sure. */
export const doubtFacts = (candidates: Candidates, draft: ArticleDraft): void => {
  const headline = otherThan(candidates.headline, otherWords)
  if (headline) draft.doubt('headline', headline)
  const [title] = candidates.headline
  if (title?.doubt !== undefined) draft.doubt('headline', title.doubt)
  const published = otherThan(candidates.published, (a, b) => otherDay(a.date.edtf, b.date.edtf))
  if (published) draft.doubt('published', published)
  const [date] = candidates.published
  if (date?.value.doubt) draft.doubt('published', date.value.doubt)
  if (date?.from === 'page')
    draft.doubt(
      'published',
      `The date "${date.shown}" stands on the page; no data says that it is the text's.`,
    )
}
