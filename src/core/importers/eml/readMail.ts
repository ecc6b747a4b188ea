import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { languageOf } from '../languageOf'
import { cleanText } from '../text/cleanText'
import { nameFiles, type MailFile } from './innerFiles'
import { readMailFields } from './mailFields'
import { readMimeTree, type MimePart } from './mimeTree'
import { readMailText } from './readMailText'
import { sortParts, type SortedParts } from './sortParts'

export interface Mail {
  readonly article: ParsedArticle
  readonly files: readonly MailFile[]
}

const lockDoubts: Readonly<Record<NonNullable<SortedParts['lock']>, string>> = {
  PGP: 'The text is encrypted (PGP) and could not be read; only the header was.',
  'S/MIME': 'The text is encrypted (S/MIME) and could not be read; only the header was.',
  'S/MIME signature':
    'The text is inside a signature (S/MIME) that was not opened; only the header was read.',
}

const firstWords = 12
const longestHeadline = 120

/** A mail without a subject is called by its first words, or by the name of its file; a doubt says so. */
const standInHeadline = (draft: ArticleDraft, name: string): string => {
  const [first] = draft.parts().passages
  const words = first?.text.split(/\s+/).slice(0, firstWords).join(' ').slice(0, longestHeadline)
  const headline = cleanText(words ?? '')
  draft.doubt(
    'headline',
    headline
      ? 'The mail has no subject; its first words stand in for it.'
      : 'The mail has no subject and no text; the name of the file stands in for it.',
  )
  return headline || cleanText(name.replace(/\.[a-z0-9]{1,5}$/i, '')) || 'mail'
}

const hasGuess = (part: MimePart): boolean => part.isGuessed || part.parts.some(hasGuess)

const sayWhatIsMissing = (draft: ArticleDraft, lock: SortedParts['lock']): void => {
  if (lock) draft.doubt('passages', lockDoubts[lock])
  else if (draft.parts().passages.length === 0) draft.doubt('passages', 'The mail has no text.')
}

/** Reads a mail (RFC 5322, MIME) as one article, and what comes along with it as files. Throws `limit`. */
export const readMail = (mail: Buffer, name: string): Mail => {
  const root = readMimeTree(mail)
  const { pieces, files: parts, lock } = sortParts(root)
  const draft = createArticleDraft()
  const { fields, origins } = readMailFields(root.headers, draft)
  const named = nameFiles(mail, parts)
  const { charset, locked } = readMailText(mail, pieces, named, draft)
  if (hasGuess(root))
    draft.doubt(
      'passages',
      'The mail does not say what parts it; that was taken from a line that looks like it.',
    )
  sayWhatIsMissing(draft, lock ?? (locked.length > 0 ? 'PGP' : undefined))
  const headline = fields.headline ?? standInHeadline(draft, name)
  const language = languageOf(draft, headline)
  return {
    article: {
      kind: 'article',
      fields: { ...fields, ...language.field, headline, articleType: 'mail' },
      ...(charset ? { charset } : {}),
      ...language.detected,
      ...draft.parts(),
      ...(Object.keys(origins).length > 0 ? { origins } : {}),
    },
    files: [...named, ...locked.map((part) => ({ part, name: `part-${part.number}.asc` }))],
  }
}
