import type { ArchiveClient } from '#shared/contract/archive'
import type { ArticleView } from '#shared/contract/records'
import type { CitationStyle } from '#shared/contract/references'
import type { CslItem, Reference } from '#shared/model/reference'
import { fakeId, fakeReference } from './fakeRecords'

const shipped: readonly CitationStyle[] = [
  { id: 'chicago-notes', title: 'Chicago, notes', isNote: true, isAdded: false },
  { id: 'apa', title: 'APA', isNote: false, isAdded: false },
]

export interface FakeReferencesDeps {
  readonly views: readonly ArticleView[]
  readonly isEmpty: boolean
  readonly notFound: (what: string) => never
}

/** References that can be edited and cited: a style writes its name and the title. */
export const createFakeReferences = ({
  views,
  isEmpty,
  notFound,
}: FakeReferencesDeps): ArchiveClient['references'] => {
  const held = new Map<string, Reference>(isEmpty ? [] : [[fakeReference.id, fakeReference]])
  let styles = [...shipped]
  const find = (id: string): Reference => held.get(id) ?? notFound('reference')
  const put = (reference: Reference): Reference => {
    held.set(reference.id, reference)
    return reference
  }
  return {
    get: async ({ id }) => ({
      reference: find(id),
      digests: views
        .filter((view) => view.article.basedOn === id)
        .map(({ article }) => ({ id: article.id, headline: article.headline })),
      cited: 1,
      missing: find(id).csl.title === undefined ? ['title'] : [],
    }),
    create: async ({ csl, key = 'made' }) =>
      put({ id: fakeId(12, held.size), kind: 'reference', key, csl: { ...csl, id: key } as CslItem }),
    save: async ({ id, csl, key }) =>
      put({ ...find(id), key: key ?? find(id).key, csl: { ...csl, id: find(id).csl.id } as CslItem }),
    complete: async () => [],
    styles: async () => ({ styles: [...styles], locales: ['en-US', 'de-DE'] }),
    addStyle: async () => {
      const added = { id: 'added-1', title: 'House style', isNote: false, isAdded: true }
      styles = [...shipped, added]
      return added
    },
    removeStyle: async () => {
      styles = [...shipped]
      return { text: '<style/>' }
    },
    cite: async ({ subject, form, style = 'chicago-notes' }) => {
      const titles = 'ids' in subject ? subject.ids.map((id) => find(id).csl.title) : [subject.item.title]
      const words = titles.map((title) => `${title ?? ''}`)
      const text = words.map((title) => `${style}, ${form}: ${title}`).join('\n')
      return {
        entries: words.map((title) => [{ text: `${style}, ${form}: ` }, { text: title, italic: true }]),
        html: `<p>${text}</p>`,
        markdown: text,
        text,
      }
    },
    export: async () => notFound('job'),
  }
}
