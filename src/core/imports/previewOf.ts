import type { PlanPreview } from '#shared/contract/work'
import type { ParsedItem, ParsedRecord, ParsedTable } from '#shared/model/parsed'
import type { Catalogue } from '../store/types'
import { isParsedRecord } from './isParsedRecord'
import { judgedAt, type Plan } from './createPlans'
import { withPack } from './packs/judgePack'
import { titleOfParsed } from '../records/titleOf'

/** Titles of a file's records that are listed. */
const mostTitles = 200

const newSourcesOf = (items: readonly ParsedItem[], catalogue: Pick<Catalogue, 'sourceNamed'>): string[] => {
  const names = items.flatMap((item) =>
    item.kind === 'article' ? item.sourceLines.flatMap((line) => line.cites.map((cite) => cite.name)) : [],
  )
  return [...new Set(names)].filter((name) => !catalogue.sourceNamed(name))
}

/** All records that would be made of one planned file. */
export const parsedRecordsOf = async (plan: Plan, index: number): Promise<readonly ParsedRecord[]> => {
  const judged = judgedAt(plan, index)
  return judged?.form === 'file' ? (await plan.shelf.get(judged.file.shelved)).filter(isParsedRecord) : []
}

const previewOfItems = (
  items: readonly ParsedItem[],
  catalogue: Pick<Catalogue, 'sourceNamed'>,
): PlanPreview => {
  const records = items.filter(isParsedRecord)
  const table = items.find((item): item is ParsedTable => item.kind === 'table')
  const [first] = records
  if (table || records.length > 1 || first?.kind !== 'article') {
    const titles = records
      .slice(0, mostTitles)
      .map((item) => ({ kind: item.kind, title: titleOfParsed(item) ?? '' }))
    return {
      kind: 'records',
      total: records.length,
      titles,
      ...(table ? { table } : {}),
      ...(first?.kind === 'photo' && records.length === 1 ? { photo: first } : {}),
    }
  }
  return { kind: 'article', parsed: first, newSources: newSourcesOf([first], catalogue) }
}

/** The records that would be made of one planned file, to look at before anything is written. */
export const previewOf = async (
  plan: Plan,
  index: number,
  catalogue: Pick<Catalogue, 'sourceNamed'>,
): Promise<PlanPreview> => {
  const judged = judgedAt(plan, index)
  if (judged?.form === 'file') return previewOfItems(await plan.shelf.get(judged.file.shelved), catalogue)
  if (judged?.form === 'pack')
    return withPack(judged.path, judged.unlock ? { unlock: judged.unlock } : {}, ({ records }) => ({
      kind: 'pack',
      articles: records.articles.map((article) => article.headline),
      records:
        records.articles.length + records.photos.length + records.references.length + records.sources.length,
      files: records.originals.length,
    }))
  return { kind: 'none' }
}
