import type { ArticleFields } from '#shared/model/article'

/** RFC 3339, which is all that ninjs allows (`format: date-time`). */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

type PartialDate = NonNullable<ArticleFields['published']>

const timeOf = (date: PartialDate | undefined): string | undefined =>
  [date?.literal, date?.edtf].find((text) => text !== undefined && dateTime.test(text))

const sentence = (words: string, date: PartialDate): string => `${words} ${date.literal ?? date.edtf}.`

export interface NinjsTimes {
  readonly firstCreated?: string | undefined
  readonly versionCreated?: string | undefined
  /** What is known of the dates where they are no times: nothing is made up to make them some. */
  readonly words: readonly string[]
}

/** `firstCreated` is when the text was published, `versionCreated` when it was changed, or published where it never was. */
export const ninjsTimes = (
  { published, modified }: Pick<ArticleFields, 'published' | 'modified'>,
  isLater: boolean,
): NinjsTimes => {
  const [first, last] = [timeOf(published), timeOf(modified)]
  const words = [
    ...(published && first === undefined ? [sentence('Published:', published)] : []),
    ...(modified && (last === undefined || first === undefined) ? [sentence('Changed:', modified)] : []),
  ]
  // A change alone would be read as the publication.
  if (first === undefined) return { words }
  if (last !== undefined) return { firstCreated: first, versionCreated: last, words }
  return isLater ? { firstCreated: first, words } : { versionCreated: first, words }
}
