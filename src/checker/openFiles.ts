import { blobEntry } from './blobEntry'
import { openZip } from './openZip'
import { packRoot } from './packRoot'
import type { DroppedPack, PackEntry } from './types'

/** What was chosen by a field: one zip, or the files of a folder with their paths. */
export const openChosen = async (files: readonly File[]): Promise<DroppedPack | undefined> => {
  const [first] = files
  if (!first) return undefined
  if (files.length === 1 && !first.webkitRelativePath) return openZip(first, first.name)
  const entries = files.map((file) => [file.webkitRelativePath || file.name, blobEntry(file)] as const)
  return packRoot(first.webkitRelativePath.split('/')[0] ?? first.name, new Map(entries))
}

/** What a browser says of a dropped folder; the type of its entries is not in TypeScript's own library. */
interface FolderHandle extends FileSystemDirectoryHandle {
  readonly values: () => AsyncIterableIterator<FileSystemDirectoryHandle | FileSystemFileHandle>
}

type Handles = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

const isFolder = (handle: FileSystemHandle): handle is FolderHandle => handle.kind === 'directory'

const filesOfHandle = async (
  folder: FolderHandle,
  path: string,
  found: Map<string, PackEntry>,
): Promise<void> => {
  for await (const handle of folder.values()) {
    const inner = `${path}${handle.name}`
    if (isFolder(handle)) await filesOfHandle(handle, `${inner}/`, found)
    else found.set(inner, blobEntry(await (handle as FileSystemFileHandle).getFile()))
  }
}

const readBatch = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject))

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

const filesOfEntry = async (
  folder: FileSystemDirectoryEntry,
  path: string,
  found: Map<string, PackEntry>,
): Promise<void> => {
  const reader = folder.createReader()
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader))
    for (const entry of batch) {
      const inner = `${path}${entry.name}`
      if (entry.isDirectory) await filesOfEntry(entry as FileSystemDirectoryEntry, `${inner}/`, found)
      else found.set(inner, blobEntry(await fileOf(entry as FileSystemFileEntry)))
    }
}

/**
 * What was dropped: a folder or a zip. Chromium gives no files by entries to a page from `file://`, but by handles; other
 * browsers have entries alone. Both must be asked for before anything is waited for.
 */
export const openDropped = async (items: DataTransferItemList): Promise<DroppedPack | undefined> => {
  const item = [...items].find((each) => each.kind === 'file') as Handles | undefined
  if (!item) return undefined
  const file = item.getAsFile()
  const entry = item.webkitGetAsEntry()
  const handle = await item.getAsFileSystemHandle?.().catch(() => null)
  const found = new Map<string, PackEntry>()
  if (handle && isFolder(handle)) await filesOfHandle(handle, '', found)
  else if (entry?.isDirectory) await filesOfEntry(entry as FileSystemDirectoryEntry, '', found)
  else return file ? openZip(file, file.name) : undefined
  return packRoot(handle?.name ?? entry?.name ?? '', found)
}
