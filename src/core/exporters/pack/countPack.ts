import { currentVersion } from '#shared/model/support'
import type { CountPack } from './types'

/** What goes into a pack, in the words of its report: passages and slots are those of each article's newest version. */
export const countPack: CountPack = (records, originalBytes) => {
  const versions = records.articles.map(currentVersion)
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
  return {
    articles: records.articles.length,
    passages: sum(versions.map((version) => version.passages.length)),
    photos: records.photos.length,
    slots: sum(versions.map((version) => version.slots.length)),
    citations: sum(records.articles.map((article) => article.citations.length)),
    sources: records.sources.length,
    references: records.references.length,
    claims: records.claims.length,
    notes: records.notes.length,
    originals: records.originals.length,
    originalBytes: sum(records.originals.map((original) => originalBytes(original.sha256))),
  }
}
