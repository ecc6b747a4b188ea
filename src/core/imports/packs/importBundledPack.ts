import type { Services } from '../../services'

/**
 * Gives a new archive what the program ships with, once. An archive that ever had it, or that holds anything, is left as
 * it is; and one that can't have it is still opened.
 */
export const importBundledPack = async (
  pack: string,
  { archive, imports, jobs, actor }: Services,
  log: (line: string) => void,
): Promise<void> => {
  const { catalogue } = archive
  if (!archive.writable || catalogue.noted('bundled') || catalogue.countItems() > 0) return
  const { id } = imports.importNow([pack], { keepUnreadable: false })
  const { state, error } = await jobs.ended(id)
  const refused = jobs.report(id, 0, 500).files.find((file) => file.outcome === 'refused')
  if (state === 'done' && !refused) catalogue.note('bundled', archive.id, actor)
  else log(`the bundled pack was not imported: ${(error ?? refused?.error)?.message ?? state}`)
}
