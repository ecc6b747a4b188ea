import type { DuplicateKind } from '#shared/contract/duplicates'
import { closingError } from '../jobs/closing'
import { createPauses } from '../jobs/createPauses'
import type { SmallPictures } from '../smallPictures/createSmallPictures'
import type { Archive } from '../store/types'
import { alikeArticles } from './alikeArticles'
import { alikePhotos } from './alikePhotos'
import { areDifferentBy } from './areDifferent'
import type { AlikeGroup } from './types'

export interface GroupFinder {
  /** The groups of the archive as it is now, of one kind or articles first; an answer holds until something changed. */
  readonly groups: (kind: DuplicateKind | undefined, signal?: AbortSignal) => Promise<readonly AlikeGroup[]>
  /** What was dismissed changed, of which the catalogue's revision does not tell. */
  readonly forget: () => void
  /** Ends a search that is under way, and resolves once nothing reads the catalogue any more. */
  readonly close: () => Promise<void>
}

export interface GroupFinderDeps {
  readonly archive: Archive
  readonly smallPictures: Pick<SmallPictures, 'hashes'>
}

export const createGroupFinder = ({
  archive: { catalogue },
  smallPictures,
}: GroupFinderDeps): GroupFinder => {
  let known: { readonly state: string; readonly groups: Promise<readonly AlikeGroup[]> } | undefined
  let dismissals = 0
  const closing = new AbortController()
  /** What has been read of pictures; asked before the catalogue is, which may be closed by then. */
  const readHashes = async () => {
    const hashes = await smallPictures.hashes()
    closing.signal.throwIfAborted()
    return hashes
  }

  const find = async (): Promise<readonly AlikeGroup[]> => {
    // Without the signal of who asked first: others wait for the same answer.
    const pause = createPauses(closing.signal)
    const areDifferent = areDifferentBy(catalogue.duplicates.different())
    const articles = await alikeArticles(catalogue.duplicates, areDifferent, pause)
    const hashes = await readHashes()
    return [...articles, ...(await alikePhotos(catalogue.duplicates, hashes, areDifferent, pause))]
  }

  return {
    groups: async (kind, signal) => {
      const pictures = (await readHashes()).size
      const state = `${catalogue.revision()} ${dismissals} ${pictures}`
      if (known?.state !== state) {
        const groups = find()
        known = { state, groups }
        groups.catch(() => {
          if (known?.groups === groups) known = undefined
        })
      }
      const groups = await known.groups
      signal?.throwIfAborted()
      return kind === undefined ? groups : groups.filter((group) => group.kind === kind)
    },
    forget: () => {
      dismissals += 1
    },
    close: async () => {
      closing.abort(closingError())
      // Whoever asked is told how it ended.
      await known?.groups.catch(() => undefined)
    },
  }
}
