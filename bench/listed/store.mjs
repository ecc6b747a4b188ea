// The one file that knows how an archive is filled without an import; `writeArchive.mjs` makes it runnable.
import { systemClock } from '#core/records/clock'
import { emptyRecordSet } from '#core/records/recordSets'
import { createArchive } from '#core/store/createArchive'

const clock = systemClock
const paragraph = (text, at) => ({
  label: String(at + 1),
  ordinal: at + 1,
  passageKind: 'paragraph',
  text,
})

const articleOf = ({ headline, publisher, texts, lines }, sources) => {
  const [articleId, versionId] = [clock.createId(), clock.createId()]
  const cited = lines.map(({ after, names }, at) => ({
    line: { after: String(after + 1), literal: `Source: ${names.join(', ')}`, order: at + 1 },
    citations: names.map((literal) => ({
      id: clock.createId(),
      kind: 'citation',
      articleId,
      versionId,
      passage: String(after + 1),
      sourceId: sources.get(literal).id,
      literal,
      origin: 'printed',
    })),
  }))
  return {
    id: articleId,
    kind: 'article',
    headline,
    articleType: 'news',
    publisher,
    versions: [
      {
        id: versionId,
        articleId,
        number: 1,
        importedAt: clock.now().toISOString(),
        passages: texts.map(paragraph),
        sourceLines: cited.map(({ line, citations }) => ({
          ...line,
          citationIds: citations.map(({ id }) => id),
        })),
        slots: [],
        furniture: [],
      },
    ],
    tags: [],
    collections: [],
    citations: cited.flatMap(({ citations }) => citations),
  }
}

/** Makes an archive of what `batches` yields, a transaction for each. */
export const fillArchive = async (folder, names, batches) => {
  const archive = await createArchive(folder, { clock })
  const sources = new Map(
    names.map((name) => [name, { id: clock.createId(), kind: 'source', name, aliases: [], warnings: [] }]),
  )
  const commit = (records) =>
    archive.catalogue.commit({
      records: { ...emptyRecordSet, ...records },
      action: 'import',
      actor: 'bench',
    })
  commit({ sources: [...sources.values()] })
  for (const batch of batches) commit({ articles: batch.map((one) => articleOf(one, sources)) })
  await archive.close()
}
