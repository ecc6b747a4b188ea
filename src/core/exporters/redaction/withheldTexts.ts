import type { RecordSet } from '#shared/model/records'
import { confidentialSources } from './confidentialTerms'

/** Texts that the redacted profile takes out of records, by how few letters a single word of them tells something. */
export interface WithheldTexts {
  readonly texts: readonly string[]
  readonly shortestWord: number
}

const addressOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '')

/** Tags are words of the language; who owns the paper of a confidential source is mostly one word, and names it. */
const shortest = { filing: 16, prose: 12, identity: 6 } as const

/**
 * Every text that the redacted profile takes out as a whole: notes, how evidence was obtained, who checked a claim and how,
 * house notes, owners, tags, collections, content credentials, and the address and warnings of confidential sources.
 * Names of files are not among them: `index.html` and `photo.jpg` are names of every pack.
 */
export const withheldTexts = (records: RecordSet): readonly WithheldTexts[] => {
  const { articles, claims, notes, photos, sources } = records
  const confidential = confidentialSources(sources)
  return [
    {
      shortestWord: shortest.prose,
      texts: [
        ...notes.map(({ text }) => text),
        ...claims.flatMap(({ evidence }) => evidence.flatMap(({ obtained }) => obtained ?? [])),
        ...claims.flatMap(({ checks }) => checks.flatMap(({ by, method }) => [by, method])),
        ...sources.flatMap(({ houseNote, owner }) => [houseNote ?? [], owner ?? []].flat()),
        ...confidential.flatMap(({ warnings }) => warnings),
        ...photos.flatMap(({ contentCredentials: credentials }) =>
          [credentials?.issuer, credentials?.claimGenerator, credentials?.title].flatMap(
            (text) => text ?? [],
          ),
        ),
      ],
    },
    {
      shortestWord: shortest.identity,
      texts: confidential.flatMap(({ owner, url }) => [owner ?? [], url ? addressOf(url) : []].flat()),
    },
    {
      shortestWord: shortest.filing,
      texts: articles.flatMap(({ tags, collections }) => [...tags, ...collections]),
    },
  ]
}
