import type { ArticleDraft } from '../articleDraft'

/** Characters without a meaning that is stated: private ones, and those that stand for the unknown. */
const meaningless = /[\ue000-\uf8ff\ufffd]/g

/** Says what of the text is missing or not sure. */
export const doubtText = (
  draft: ArticleDraft,
  empty: number,
  { pageCount, missingTables }: { readonly pageCount: number; readonly missingTables: ReadonlySet<string> },
): void => {
  if (empty === pageCount)
    draft.doubt('text', 'This PDF holds pictures of pages and no text that can be read.')
  else if (empty > 0)
    draft.doubt('text', `${empty} of ${pageCount} pages hold no text that can be read; they may be pictures.`)
  if (missingTables.size > 0)
    draft.doubt(
      'text',
      `It takes tables of characters for granted that are not at hand (${[...missingTables].slice(0, 5).join(', ')}); text in such fonts may be missing or wrong.`,
    )
  const { passages } = draft.parts()
  const letters = passages.reduce((sum, { text }) => sum + text.length, 0)
  const strange = passages.reduce((sum, { text }) => sum + (text.match(meaningless)?.length ?? 0), 0)
  if (strange > 0 && strange >= letters / 50)
    draft.doubt('text', 'Some fonts do not say which letters they show; characters may be missing or wrong.')
  if (passages.length > 0)
    draft.doubt(
      'passages',
      'A PDF holds lines at places; where a paragraph ends was taken from these places.',
    )
}
