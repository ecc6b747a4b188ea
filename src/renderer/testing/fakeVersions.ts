import type { ArticleView } from '#shared/contract/records'
import type { VersionComparison } from '#shared/contract/versions'
import { createFakeArticle, fakeId } from './fakeRecords'
import { harbour } from './fakeTexts'

/** The harbour article in two versions; the later one has other words at 3, lacks 6, and has no source lines of its own. */
export const createTwoVersions = (number: number): ArticleView => {
  const view = createFakeArticle(number, harbour)
  const [first] = view.article.versions
  if (!first) throw new TypeError('a fake article has a version')
  const second = {
    ...first,
    id: fakeId(2, 900 + number),
    number: 2,
    importedAt: '2026-11-21T10:00:00.000Z',
    passages: first.passages
      .filter(({ label }) => label !== '6')
      .map((passage) =>
        passage.label === '3' ? { ...passage, text: 'The harbour office opened it.' } : passage,
      ),
    sourceLines: [],
  }
  return { ...view, article: { ...view.article, versions: [first, second] } }
}

/** What the archive answers of the two. */
export const fakeComparison: VersionComparison = {
  from: 1,
  to: 2,
  headline: { from: 'Passage found', to: 'Old passage found' },
  changes: [
    { as: 'same', passageKind: 'paragraph', from: '1', to: '1', text: 'One.', citations: 0 },
    { as: 'same', passageKind: 'paragraph', from: '2', to: '2', text: 'Two.', citations: 0 },
    {
      as: 'changed',
      passageKind: 'paragraph',
      from: '3',
      to: '3',
      text: 'The harbour office opened it.',
      words: [
        { as: 'same', text: 'The harbour office ' },
        { as: 'gone', text: 'closed' },
        { as: 'new', text: 'opened' },
        { as: 'same', text: ' it.' },
      ],
      citations: 2,
    },
    { as: 'gone', passageKind: 'paragraph', from: '6', text: 'Shipowners complained.', citations: 1 },
    { as: 'new', passageKind: 'paragraph', to: '9', text: 'It is open again.', citations: 0 },
  ],
}
