import type { InboxFile, WatchedFolder } from '#shared/contract/waiting'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { isSameState } from '../records/fileState'
import type { KnownFiles } from './createKnownFiles'
import { scanFolder, TooManyEntries, type Sighting } from './scanFolder'
import type { FolderToWatch, Inbox } from './types'

export interface InboxOptions {
  readonly known: KnownFiles
  readonly createId: () => Id
  /** Called when there is more, less or other to see. */
  readonly changed: () => void
  /** Entries of one folder that are looked at. */
  readonly most?: number
}

interface Proposal extends Sighting {
  readonly id: Id
}

interface Watched {
  readonly folder: FolderToWatch
  readonly state: WatchedFolder['state']
  readonly seen: ReadonlyMap<string, Sighting>
  readonly proposals: Map<string, Proposal>
}

const toFile = ({ id, name, size, modified }: Proposal): InboxFile => ({
  id,
  name,
  bytes: size,
  modified: new Date(modified).toISOString(),
})

/** What a look found out about one folder; what is absent from it is proposed no longer, and nothing follows from that. */
const lookInto = async (before: Watched, options: InboxOptions): Promise<Watched> => {
  const { known, createId, most } = options
  const { folder } = before
  const seen = new Map<string, Sighting>()
  const proposals = new Map<string, Proposal>()
  let state: Watched['state'] = 'there'
  try {
    for await (const sighting of scanFolder(folder.path, folder.name, most)) {
      const { path } = sighting
      seen.set(path, sighting)
      if (known.has(path, sighting) || !isSameState(before.seen.get(path), sighting)) continue
      const id = before.proposals.get(path)?.id ?? createId()
      proposals.set(path, { ...sighting, id })
    }
  } catch (error) {
    state = error instanceof TooManyEntries ? 'too-many' : 'gone'
  }
  return { folder, state, seen, proposals }
}

const looksLike = (a: Watched, b: Watched): boolean =>
  a.state === b.state &&
  a.proposals.size === b.proposals.size &&
  [...a.proposals].every(([path, one]) => isSameState(b.proposals.get(path), one))

export const createInbox = (options: InboxOptions): Inbox => {
  const { known, changed } = options
  const watched = new Map<string, Watched>()
  const all = (): Proposal[] => [...watched.values()].flatMap(({ proposals }) => [...proposals.values()])

  const chosen = (ids: readonly Id[] | undefined): Proposal[] => {
    if (!ids) return all()
    const wanted = new Set(ids)
    return all().filter(({ id }) => wanted.has(id))
  }
  const drop = (paths: readonly string[]): void => {
    for (const { proposals } of watched.values()) for (const path of paths) proposals.delete(path)
    changed()
  }

  return {
    watch: (folders) => {
      const before = new Map(watched)
      watched.clear()
      for (const folder of folders) {
        const one = before.get(folder.token)
        const none: Watched = { folder, state: 'looking', seen: new Map(), proposals: new Map() }
        watched.set(folder.token, one ?? none)
      }
      changed()
    },
    look: async () => {
      await known.load()
      for (const [token, before] of [...watched]) {
        const after = await lookInto(before, options)
        // While it was looked at it may have been left, or files of it dealt with.
        const now = watched.get(token)
        if (!now) continue
        const fresh = new Map([...after.proposals].filter(([path, one]) => !known.has(path, one)))
        watched.set(token, { ...after, proposals: fresh })
        if (!looksLike(now, { ...after, proposals: fresh })) changed()
      }
    },
    list: (offset, limit) => {
      const files = all()
      const folders = [...watched.values()].map(({ folder: { token, name }, state }) => ({
        token,
        name,
        state,
      }))
      return { folders, total: files.length, files: files.slice(offset, offset + limit).map(toFile) }
    },
    total: () => [...watched.values()].reduce((sum, { proposals }) => sum + proposals.size, 0),
    pathsOf: (ids) => {
      const files = chosen(ids)
      if (files.length === 0) throw new CuttingsError('not-found', { what: 'file in the inbox' })
      return files.flatMap(({ path, beside }) => [...beside, path])
    },
    dismiss: async (ids) => {
      const files = chosen(ids)
      drop(files.map(({ path }) => path))
      if (files.length > 0) await known.add(files.map((one) => ({ path: one.path, state: one })))
    },
    dealtWith: (path, state) => {
      const isOurs = [...watched.values()].some(({ seen }) => seen.has(path))
      if (!isOurs) return
      void known.add([{ path, state }])
      drop([path])
    },
  }
}
