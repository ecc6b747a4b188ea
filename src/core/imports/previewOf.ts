import type { PlanPreview } from '#shared/contract/work'
import type { Catalogue } from '../store/types'
import type { Plan } from './createPlans'
import { withPack } from './judgePack'

/** The record that would be made of one planned file, to look at before anything is written. */
export const previewOf = async (
  plan: Plan,
  index: number,
  catalogue: Pick<Catalogue, 'sourceNamed'>,
): Promise<PlanPreview> => {
  const judged = plan.judged[index]
  if (judged?.form === 'file') {
    const [parsed] = await plan.shelf.get(judged.file.shelved)
    if (!parsed) return { kind: 'none' }
    const names = parsed.sourceLines.flatMap((line) => line.cites.map((cite) => cite.name))
    const newSources = [...new Set(names)].filter((name) => !catalogue.sourceNamed(name))
    return { kind: 'article', parsed, newSources }
  }
  if (judged?.form === 'pack')
    return withPack(judged.path, new AbortController().signal, ({ records }) => ({
      kind: 'pack',
      articles: records.articles.map((article) => article.headline),
      records:
        records.articles.length + records.photos.length + records.references.length + records.sources.length,
      files: records.originals.length,
    }))
  return { kind: 'none' }
}
